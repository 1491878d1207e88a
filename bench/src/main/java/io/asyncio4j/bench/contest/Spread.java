package io.asyncio4j.bench.contest;

import java.util.stream.DoubleStream;

/**
 * What several rounds gave.
 *
 * @param least the smallest figure
 * @param median the middle one, or the mean of the two
 * @param most the largest
 */
public record Spread(double least, double median, double most) {
    /**
     * The spread of some figures.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no round gave a figure");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
