package io.asyncio4j.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command that runs scenario files and reports every mismatch. */
public final class ConformanceCommand {

    /** Every scenario had the expected trace. */
    static final int ALL_PASSED = 0;

    /** At least one had not. */
    static final int SOME_FAILED = 1;

    /** Nothing was run: no file was named, or one cannot be read. */
    static final int BAD_USAGE = 2;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final PrintStream out;
    private final PrintStream err;
    private int passed;
    private int failed;

    private ConformanceCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the scenarios of all files given. For each mismatch the id and the first differing entry are printed; the
     * last line is "N passed, N failed". The exit status is 0 if all passed, 1 if any failed, 2 if nothing could be
     * run.
     *
     * @param files the scenario files, in JSON Lines
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] files) throws InterruptedException {
        System.exit(run(List.of(files), System.out, System.err));
    }

    static int run(List<String> files, PrintStream out, PrintStream err) throws InterruptedException {
        return new ConformanceCommand(out, err).run(files);
    }

    private int run(List<String> files) throws InterruptedException {
        if (files.isEmpty() || files.getFirst().startsWith("-")) {
            err.println("usage: conformance FILE.jsonl ...");
            return BAD_USAGE;
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (String file : files) {
            try {
                scenarios.addAll(ScenarioFile.read(Path.of(file)));
            } catch (NoSuchFileException missing) {
                err.println("no such file: " + file);
                return BAD_USAGE;
            } catch (IOException | InvalidPathException unreadable) {
                err.println("cannot read " + file + ": " + unreadable.getMessage());
                return BAD_USAGE;
            }
        }
        try (ScenarioRunner runner = new ScenarioRunner(LIMIT)) {
            for (Scenario scenario : scenarios) {
                report(scenario, runner.run(scenario));
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? ALL_PASSED : SOME_FAILED;
    }

    private void report(Scenario scenario, Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            passed++;
        } else {
            failed++;
            out.println("MISMATCH " + scenario.id());
            out.println("  " + verdict);
        }
    }
}
