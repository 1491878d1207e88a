package io.asyncio4j.bench.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** The command that shows what the operations allocate, compares it with the baseline, and brings the baseline up to date. */
public final class AllocationCommand {
    private static final int DIFFERS = 1;
    private static final int BAD_USAGE = 2;

    private AllocationCommand() {}

    /**
     * Measures and compares, or updates. The exit status is 0 when nothing differs or the baseline was updated, 1 when
     * something differs, 2 if the arguments make no sense.
     *
     * @param arguments the baseline's file, then {@code --update} or nothing
     * @throws IOException if the file cannot be read or written
     * @throws RunnerException if an operation fails
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        List<String> options = List.of(arguments).subList(1, arguments.length);
        boolean update = options.equals(List.of("--update"));
        if (!update && !options.isEmpty()) {
            System.err.println("usage: bench allocation [--update]");
            System.exit(BAD_USAGE);
        }
        Path file = Path.of(arguments[0]);
        Baseline baseline = Baseline.parse(Files.readAllLines(file));
        Map<String, Double> measured = AllocationRun.measure();
        measured.forEach((operation, bytes) -> System.out.printf("%-45s %8.1f bytes%n", operation, bytes));
        System.out.println();
        List<String> differences = baseline.differences(measured);
        differences.forEach(System.out::println);
        if (update) {
            Files.writeString(file, baseline.updatedTo(measured).text());
            System.out.println(differences.size() + " changed in " + file);
        } else if (!baseline.isOfThisPlatform()) {
            System.out.println("The baseline is of " + baseline.platform() + ", this is " + Platform.here() + ".");
        } else if (differences.isEmpty()) {
            System.out.println("As in the baseline.");
        } else {
            System.exit(DIFFERS);
        }
    }
}
