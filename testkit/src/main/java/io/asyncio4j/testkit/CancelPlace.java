package io.asyncio4j.testkit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a run of a sweep cancels its task, in a form that fits into a system property: {@code 3:waiting:lazy}.
 *
 * @param await the number of the await, from 1
 * @param moment when, at that await
 * @param mode how tasks are started
 */
record CancelPlace(int await, CancelMoment moment, Mode mode) {

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,8}):(waiting|due)(?::(lazy|eager))?");

    /** As {@link #toString} made it; the mode may be left out. */
    static CancelPlace parse(String text, Mode otherwise) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a place as a failed test prints it, like 3:waiting:lazy: " + text
                    + " (system property " + CancellationSweep.AT + ")");
        }
        String mode = matcher.group(3);
        return new CancelPlace(
                Integer.parseInt(matcher.group(1)),
                CancelMoment.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                mode == null ? otherwise : Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
    }

    /** In which mode the text wants the run, or null if in any. */
    static @Nullable Mode modeOf(String text) {
        Mode inLazy = parse(text, Mode.LAZY).mode();
        return inLazy == parse(text, Mode.EAGER).mode() ? inLazy : null;
    }

    @Override
    public String toString() {
        return await + ":" + moment.name().toLowerCase(Locale.ROOT) + ":"
                + mode.name().toLowerCase(Locale.ROOT);
    }
}
