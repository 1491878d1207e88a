package io.asyncio4j.testkit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that one explored run depends on besides its body, in a form that fits into a system property: with the same one,
 * the same body takes the same steps.
 *
 * @param mode how tasks are started
 * @param seed what the random numbers come from; {@link #ASYNCIOS} for asyncio's order
 * @param choices how often the run in asyncio's order had a choice of steps
 * @param awaits how often the task to be cancelled has suspended in that run
 */
record ScheduleSeed(Mode mode, long seed, int choices, int awaits) {

    static final long ASYNCIOS = 0;

    private static final Pattern TEXT = Pattern.compile("(lazy|eager)-(\\p{XDigit}{1,16})-(\\d{1,9})-(\\d{1,9})");

    /** As {@link #toString} made it. */
    static ScheduleSeed parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a seed as a failed exploration prints it, like lazy-1f2e3d-40-12: "
                    + text + " (system property " + Exploration.SEED + ")");
        }
        return new ScheduleSeed(
                Mode.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Long.parseUnsignedLong(matcher.group(2), 16),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
    }

    /** The seed of the run with this number; neighbours have nothing in common. Run 0 is in asyncio's order. */
    static long ofRun(long base, int number) {
        if (number == 0) {
            return ASYNCIOS;
        }
        long seed = mix(mix(base) + number);
        return seed == ASYNCIOS ? 1 : seed;
    }

    /** The same text gives the same number everywhere. */
    static long ofName(String name) {
        long hash = 0;
        for (int index = 0; index < name.length(); index++) {
            hash = mix(hash + name.charAt(index));
        }
        return hash;
    }

    /** Steele, Lea and Flood's finalizer (SplitMix64, «Fast Splittable Pseudorandom Number Generators», 2014). */
    static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public String toString() {
        return mode.name().toLowerCase(Locale.ROOT) + "-" + Long.toHexString(seed) + "-" + choices + "-" + awaits;
    }
}
