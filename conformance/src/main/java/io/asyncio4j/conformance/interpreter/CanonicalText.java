package io.asyncio4j.conformance.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a trace: JSON values, an exception as "!" and its text, whole numbers without a fraction. */
public final class CanonicalText {

    private CanonicalText() {}

    /**
     * A number in the one form that equal numbers share.
     *
     * @param number the number
     * @return a Long if it is whole, else a Double
     */
    public static Number number(double number) {
        long whole = (long) number;
        if (whole == number) {
            return whole;
        }
        return number;
    }

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case String text -> text;
            case Number number -> number(number.doubleValue());
            case Throwable exception -> "!" + ExceptionKind.text(exception);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(of(item)));
                yield items;
            }
            default -> throw new UnusableProgramException("not a value for a trace: " + value);
        };
    }
}
