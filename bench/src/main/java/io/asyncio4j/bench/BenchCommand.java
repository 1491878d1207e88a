package io.asyncio4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that measures, ours and CPython's in alternation, and prints a table. */
public final class BenchCommand {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private BenchCommand() {}

    /**
     * Measures. The exit status is 0 when all was measured, whatever the figures; 1 if a program failed, 2 if the
     * arguments make no sense.
     *
     * @param arguments workloads, {@code --rounds N}, {@code --gc NAME}, {@code --carriers N}, {@code --json FILE}
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(usage());
            return;
        }
        try {
            run(Options.parse(arguments), new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage() + "\n" + usage());
            System.exit(BAD_USAGE);
        } catch (IOException failure) {
            System.err.println("bench: " + failure.getMessage());
            System.exit(FAILED);
        }
    }

    private static String usage() {
        String workloads = Arrays.stream(Workload.values())
                .map(workload ->
                        String.format("  %-11s %-4s %s", workload.label(), workload.number(), workload.title()))
                .collect(Collectors.joining("\n"));
        return """
                usage: bench [WORKLOAD…] [--rounds N] [--json FILE]
                             [--gc default|g1|parallel|serial|shenandoah|z] [--carriers N]

                Workloads, by name or by number; all if none is given:
                """ + workloads;
    }

    private static void run(Options options, PrintStream out) throws IOException, InterruptedException {
        Path programs = Files.createTempDirectory("asyncio4j-bench");
        try {
            List<Contestant> contestants = new ArrayList<>();
            contestants.add(new Asyncio4j(options.collector(), options.carriers()));
            Cpython.find(programs).ifPresent(contestants::add);
            List<Comparison> comparisons = measure(options, new Contest(contestants, options.rounds()), out);
            Path json = options.json();
            if (json != null) {
                JsonReport.write(json, Machine.ofThisProcess(), options.rounds(), comparisons);
            }
        } finally {
            delete(programs);
        }
    }

    private static List<Comparison> measure(Options options, Contest contest, PrintStream out) throws IOException {
        Table table = new Table(out);
        List<Comparison> comparisons = new ArrayList<>();
        for (Workload workload : options.workloads()) {
            List<Result> results = contest.run(workload);
            if (comparisons.isEmpty()) {
                out.println(Machine.ofThisProcess());
                results.forEach(result -> out.println(result.contestant().name() + ": " + result.runtime()));
                out.println("medians of " + options.rounds() + " rounds in alternation, after warm-up (least–most)");
                out.println();
            }
            Optional<Result> cpython = results.stream().skip(1).findFirst();
            Comparison comparison = new Comparison(workload, results.getFirst(), cpython);
            comparisons.add(comparison);
            table.add(comparison);
        }
        return comparisons;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
