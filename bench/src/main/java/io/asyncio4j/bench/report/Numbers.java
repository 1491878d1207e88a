package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Spread;
import java.util.Locale;

/** How figures are written. */
final class Numbers {
    private static final double FEW = 100;
    private static final double GIGA = 1e9;

    private Numbers() {}

    static String number(double figure) {
        return String.format(Locale.ROOT, Math.abs(figure) < FEW ? "%.1f" : "%,.0f", figure);
    }

    static String range(Spread spread) {
        return number(spread.least()) + "–" + number(spread.most());
    }

    static String gigabytes(double bytes) {
        return String.format(Locale.ROOT, "%.2f GB", bytes / GIGA);
    }

    /** How many times as much; below 10 with two digits behind the point. */
    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%.1f×", ratio);
    }
}
