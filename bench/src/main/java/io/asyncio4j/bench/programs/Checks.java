package io.asyncio4j.bench.programs;

/** That a program did its work. */
final class Checks {
    private Checks() {}

    static void sumOfNumbersBelow(long count, long sum) {
        equal(count * (count - 1) / 2, sum, "sum");
    }

    static void equal(long expected, long actual, String what) {
        if (actual != expected) {
            throw new AssertionError(what + ": " + expected + " expected, not " + actual);
        }
    }
}
