package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/** How {@code toString} shows values and origins: short, and never longer than a line. */
final class Representation {
    private static final int LONGEST = 60;

    private Representation() {}

    static String of(@Nullable Object value) {
        String text = value instanceof CharSequence ? "'" + value + "'" : withoutAddress(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** A lambda prints as the class it stands in, without the JVM's number for it. */
    private static String withoutAddress(@Nullable Object value) {
        String text = String.valueOf(value);
        int lambda = text.indexOf("$$Lambda");
        return lambda > 0 && text.indexOf('@') > lambda ? "lambda in " + text.substring(0, lambda) : text;
    }

    static String ofSource(@Nullable Throwable source) {
        StackTraceElement place = source == null ? null : TaskStack.firstOutside(source.getStackTrace());
        return place == null ? "" : " created at " + place.getFileName() + ":" + place.getLineNumber();
    }
}
