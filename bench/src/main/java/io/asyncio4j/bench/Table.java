package io.asyncio4j.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Prints comparisons for a reader, each as soon as it is there. */
final class Table {
    private final PrintStream out;
    private boolean begun;

    Table(PrintStream out) {
        this.out = out;
    }

    void add(Comparison comparison) {
        if (!begun) {
            begun = true;
            row("workload", "", "asyncio4j", "CPython 3.13", "ratio", "at least", "what");
        }
        Workload workload = comparison.workload();
        row(
                workload.label(),
                workload.number(),
                figure(comparison, Optional.of(comparison.ours())),
                figure(comparison, comparison.cpython()),
                comparison.ratio().map(Table::ratio).orElse("–"),
                workload.measuresMemory() ? "–" : workload.atLeast() + "×",
                workload.title());
        if (workload.measuresMemory()) {
            printMemory(comparison);
        }
    }

    private void printMemory(Comparison comparison) {
        printMemory(comparison.ours());
        comparison.cpython().ifPresent(this::printMemory);
        out.printf(Locale.ROOT, "    asked for: at most %.2f GB resident%n", Workload.MOST_BYTES / 1e9);
    }

    private void printMemory(Result result) {
        Spread resident = result.resident().dividedBy(1e9);
        out.printf(
                Locale.ROOT,
                "    %s: %.2f GB resident (%.2f–%.2f) with all tasks, %.2f GB at the most%n",
                result.contestant().name(),
                resident.median(),
                resident.least(),
                resident.most(),
                result.peak().dividedBy(1e9).most());
    }

    private void row(Object... cells) {
        out.printf("%-11s %-4s %-26s %-30s %8s %9s  %s%n", cells);
        out.flush();
    }

    private static String figure(Comparison comparison, Optional<Result> result) {
        if (result.isEmpty()) {
            return "not found";
        }
        Spread spread = comparison.figure(result.get());
        String unit = comparison.workload().measuresMemory() ? "B" : "ns";
        return number(spread.median()) + " " + unit + " (" + number(spread.least()) + "–" + number(spread.most()) + ")";
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%.1f" : "%,.0f", figure);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.1f×", ratio);
    }
}
