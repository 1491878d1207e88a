package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Spread;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Unit;
import io.asyncio4j.bench.workloads.Verdict;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Prints workloads for a reader, each as soon as it is there: a block with a line for each contestant and each goal. */
public final class Table {
    private final PrintStream out;

    /** A table that goes there. */
    public Table(PrintStream out) {
        this.out = out;
    }

    /** Prints one workload. */
    public void add(WorkloadReport report) {
        out.printf(
                Locale.ROOT,
                "%s · %s · %s · %,d × %,d%n",
                report.workload(),
                report.number(),
                report.title(),
                report.tasks(),
                report.times());
        Optional<Spread> ours = report.of(Side.ASYNCIO4J).flatMap(entry -> Optional.ofNullable(entry.figure()));
        for (Entry entry : report.entries()) {
            out.println(line(entry, report.unit(), ours).stripTrailing());
            printMemory(entry);
        }
        report.goals().forEach(goal -> printGoal(goal, report.unit()));
        out.println();
        out.flush();
    }

    private static String line(Entry entry, Unit unit, Optional<Spread> ours) {
        String name = entry.side().title();
        if (entry.failure() != null) {
            return String.format(Locale.ROOT, "  %-30s %16s  %s", name, "failed", entry.failure());
        }
        Spread figure = entry.figure();
        if (figure == null) {
            return String.format(Locale.ROOT, "  %-30s %16s", name, "–");
        }
        String ratio =
                ours.map(our -> Numbers.ratio(figure.median() / our.median())).orElse("");
        return String.format(
                "  %-30s %13s %-2s  %-24s %8s",
                name, Numbers.number(figure.median()), unit.symbol(), "(" + Numbers.range(figure) + ")", ratio);
    }

    private void printMemory(Entry entry) {
        Spread resident = entry.resident();
        if (resident != null) {
            Spread peak = Objects.requireNonNull(entry.peak(), "measured together");
            Spread heap = entry.heapEach();
            out.printf(
                    "  %30s resident %s, at most %s%s%n",
                    "",
                    Numbers.gigabytes(resident.median()),
                    Numbers.gigabytes(peak.most()),
                    heap == null ? "" : "; of the heap " + Numbers.number(heap.median()) + " B each");
        }
    }

    private void printGoal(GoalReport goal, Unit unit) {
        Double limit = goal.limit();
        String comesTo = limit == null || goal.fixed() ? "" : " (" + Numbers.number(limit) + " " + unit.symbol() + ")";
        out.printf("  %-7s %s: %s%s%n", word(goal.verdict()), goal.side().title(), goal.goal(), comesTo);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case MISSED -> "MISSED";
            case OPEN -> "open";
        };
    }
}
