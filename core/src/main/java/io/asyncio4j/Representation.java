package io.asyncio4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How {@code toString} shows values and origins: short, without end or exception, and never longer than a line. */
final class Representation {
    private static final int LONGEST = 60;

    /** What this thread is printing: a future may contain itself. */
    private static final ThreadLocal<List<Object>> UNDER_WAY = ThreadLocal.withInitial(ArrayList::new);

    private Representation() {}

    static String of(@Nullable Object value) {
        String text;
        try {
            text = value instanceof CharSequence ? "'" + value + "'" : withoutAddress(String.valueOf(value));
        } catch (Exception | StackOverflowError failed) {
            text = "<unprintable " + (value == null ? "null" : value.getClass().getSimpleName()) + ">";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The text, or three dots where the object is being printed already. */
    static String once(Object object, Supplier<String> text) {
        List<Object> underWay = UNDER_WAY.get();
        for (Object other : underWay) {
            if (other == object) {
                return "...";
            }
        }
        underWay.add(object);
        try {
            return text.get();
        } finally {
            underWay.removeLast();
        }
    }

    /** A lambda prints as the class it stands in, without the JVM's number for it. */
    private static String withoutAddress(String text) {
        int lambda = text.indexOf("$$Lambda");
        return lambda > 0 && text.indexOf('@') > lambda ? "lambda in " + text.substring(0, lambda) : text;
    }

    static String ofOutcome(Future<?> future) {
        if (!future.done() || future.cancelled()) {
            return "";
        }
        return (future.failed() ? " exception=" : " result=") + of(future.resultOrError());
    }

    static String ofSource(@Nullable Throwable source) {
        StackTraceElement place = source == null ? null : TaskStack.firstOutside(source.getStackTrace());
        return place == null ? "" : " created at " + place.getFileName() + ":" + place.getLineNumber();
    }
}
