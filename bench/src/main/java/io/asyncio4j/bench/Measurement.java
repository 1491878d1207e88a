package io.asyncio4j.bench;

import io.asyncio4j.bench.contest.BusyProcessors;
import io.asyncio4j.bench.contest.Comparison;
import io.asyncio4j.bench.contest.Contest;
import io.asyncio4j.bench.contest.Contestant;
import io.asyncio4j.bench.contest.Machine;
import io.asyncio4j.bench.contest.Standings;
import io.asyncio4j.bench.contestants.Contestants;
import io.asyncio4j.bench.report.Chart;
import io.asyncio4j.bench.report.Report;
import io.asyncio4j.bench.report.ReportFile;
import io.asyncio4j.bench.report.SizesTable;
import io.asyncio4j.bench.report.Table;
import io.asyncio4j.bench.report.WorkloadReport;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.bench.workloads.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of the command: measures what was asked for, prints it as it comes, and writes the files at the end. */
final class Measurement {
    private final Options options;
    private final PrintStream out;
    private final Machine machine = Machine.ofThisProcess();
    private final Instant began = Instant.now();
    private final List<WorkloadReport> reports = new ArrayList<>();
    private final Set<Side> introduced = EnumSet.noneOf(Side.class);

    Measurement(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Whether no program failed. */
    boolean run() throws IOException, InterruptedException {
        BusyProcessors.keep(options.busy());
        Path workshop = Files.createTempDirectory("asyncio4j-bench");
        try {
            List<Contestant> contestants =
                    Contestants.find(options.jvm(), options.neighbours(), options.ownScheduler(), workshop);
            printCircumstances(contestants);
            Contest contest = new Contest(contestants, options.rounds(), options.warmUp());
            if (options.scale()) {
                measureSizes(contest);
            } else if (options.tasks() > 0) {
                measureSize(contest, options.tasks());
            } else {
                measure(contest);
            }
            writeFiles();
        } finally {
            delete(workshop);
        }
        return reports.stream().flatMap(report -> report.entries().stream()).allMatch(entry -> entry.failure() == null);
    }

    private void printCircumstances(List<Contestant> contestants) {
        out.println(machine + (options.busy() > 0 ? ", of which " + options.busy() + " kept busy" : "") + "; rounds: "
                + options.rounds());
        out.println("medians of rounds in alternation, after warm-up (least–most), and how many times as much as ours");
        Set<Side> missing = expected();
        contestants.forEach(contestant -> missing.remove(contestant.side()));
        if (!missing.isEmpty()) {
            out.println("not found: " + missing.stream().map(Side::title).collect(Collectors.joining(", ")));
        }
        out.println();
    }

    private Set<Side> expected() {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        if (options.neighbours()) {
            sides.addAll(EnumSet.complementOf(EnumSet.of(Side.OWN_SCHEDULER)));
        }
        if (options.ownScheduler()) {
            sides.add(Side.OWN_SCHEDULER);
        } else {
            sides.add(Side.CPYTHON);
        }
        return sides;
    }

    private void measure(Contest contest) throws InterruptedException {
        Table table = new Table(out);
        Standings standings = new Standings();
        for (Workload workload : options.workloads()) {
            Comparison comparison = measure(contest, workload.trial());
            standings.add(comparison);
            table.add(keep(WorkloadReport.judged(comparison, standings)));
        }
    }

    private void measureSize(Contest contest, int tasks) throws InterruptedException {
        Table table = new Table(out);
        for (Workload workload : options.workloads()) {
            Optional<Trial> trial = workload.trial(tasks);
            if (trial.isPresent()) {
                table.add(keep(WorkloadReport.unjudged(measure(contest, trial.get()))));
            } else {
                leaveOut(workload);
            }
        }
    }

    private void measureSizes(Contest contest) throws InterruptedException {
        SizesTable table = new SizesTable(out);
        for (Workload workload : options.workloads()) {
            List<WorkloadReport> sizes = new ArrayList<>();
            for (Trial trial : workload.trials()) {
                sizes.add(keep(WorkloadReport.unjudged(measure(contest, trial))));
            }
            if (sizes.isEmpty()) {
                leaveOut(workload);
            } else {
                table.add(sizes);
            }
        }
    }

    private void leaveOut(Workload workload) {
        out.println(workload.label() + ": left out, it is not made for that size");
        out.println();
    }

    private WorkloadReport keep(WorkloadReport report) {
        reports.add(report);
        return report;
    }

    /** Runs it, and says of each contestant what it runs on, once that is known. */
    private Comparison measure(Contest contest, Trial trial) throws InterruptedException {
        Comparison comparison = contest.run(trial);
        comparison.results().stream()
                .filter(result -> !result.runtime().isEmpty() && introduced.add(result.side()))
                .forEach(result -> out.println(result.side().title() + ": " + result.runtime()));
        return comparison;
    }

    private void writeFiles() throws IOException {
        Report report = new Report(
                began,
                machine,
                new Report.Settings(
                        options.rounds(),
                        options.jvm().collector().name(),
                        options.jvm().carriers(),
                        options.busy()),
                reports);
        Path json = options.json();
        if (json != null) {
            ReportFile.write(json, report);
        }
        Path svg = options.svg();
        if (svg != null) {
            Chart.write(svg, report);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
