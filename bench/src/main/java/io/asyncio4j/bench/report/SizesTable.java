package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Spread;
import io.asyncio4j.bench.workloads.Side;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints a workload in several sizes: a line for each contestant, a column for each size. */
public final class SizesTable {
    private final PrintStream out;

    /** A table that goes there. */
    public SizesTable(PrintStream out) {
        this.out = out;
    }

    /** Prints one workload's sizes, at least one and the same contestants in all. */
    public void add(List<WorkloadReport> sizes) {
        WorkloadReport first = sizes.getFirst();
        out.printf(
                "%s · %s · %s, medians%n",
                first.workload(), first.number(), first.unit().symbol());
        out.println(row(
                "  tasks × times", sizes, size -> String.format(Locale.ROOT, "%,d × %,d", size.tasks(), size.times())));
        for (Entry entry : first.entries()) {
            out.println(row("  " + entry.side().title(), sizes, size -> median(size, entry.side())));
        }
        out.println();
        out.flush();
    }

    private static String row(String name, List<WorkloadReport> sizes, Function<WorkloadReport, String> cell) {
        return sizes.stream()
                .map(size -> String.format("%16s", cell.apply(size)))
                .collect(Collectors.joining(" ", String.format("%-32s", name), ""));
    }

    private static String median(WorkloadReport report, Side side) {
        Entry entry = report.of(side).orElseThrow();
        if (entry.failure() != null) {
            return "failed";
        }
        Spread figure = entry.figure();
        return figure == null ? "–" : Numbers.number(figure.median());
    }
}
