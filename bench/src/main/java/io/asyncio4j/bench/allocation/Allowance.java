package io.asyncio4j.bench.allocation;

import java.util.OptionalDouble;

/**
 * What an operation is known to allocate.
 *
 * @param bytes so many
 * @param tolerance how far off it may be, where that is not what is usual
 */
record Allowance(double bytes, OptionalDouble tolerance) {
    /*
     * Repeated runs differ by a byte at most, on a busy machine too, and CancelTask by 1.2 of 528. The smallest object
     * takes 16: one more in every eighth operation shows, or one more in each where that allocates up to 3,200 bytes.
     */
    private static final double LEAST_TOLERANCE = 2;
    private static final double RELATIVE_TOLERANCE = 0.005;

    static Allowance of(double bytes) {
        return new Allowance(bytes, OptionalDouble.empty());
    }

    double margin() {
        return tolerance.orElse(Math.max(LEAST_TOLERANCE, bytes * RELATIVE_TOLERANCE));
    }

    boolean admits(double measured) {
        return Math.abs(measured - bytes) <= margin();
    }

    /** This one where it admits what was measured, so that a baseline changes only where the code did. */
    Allowance updatedTo(double measured) {
        return admits(measured) ? this : new Allowance(measured, tolerance);
    }
}
