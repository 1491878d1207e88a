package io.asyncio4j.bench;

import java.util.stream.DoubleStream;

/**
 * What several rounds gave.
 *
 * @param least the smallest figure
 * @param median the middle one, or the mean of the two
 * @param most the largest
 */
record Spread(double least, double median, double most) {
    static Spread of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    Spread dividedBy(double divisor) {
        return new Spread(least / divisor, median / divisor, most / divisor);
    }
}
