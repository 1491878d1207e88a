package io.asyncio4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fresh random programs do here what they do on the CPython 3.13 of this machine, where there is one. */
class LiveComparisonTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    // The recorded scenarios are checked in every build, these are others each time: a handful is enough at once.
    private static final int COUNT = Integer.getInteger("live.count", 50);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"small, small,", "medium, medium,", "fatal, small, --fatal"})
    @Timeout(300)
    void freshProgramsBehaveAsOnCpython(String kind, String size, String option, @TempDir Path folder)
            throws Exception {
        Optional<Cpython> found = Cpython.find();
        assumeTrue(found.isPresent(), "skipped: no CPython 3.13 found (python3.13, python3, or one of pyenv's)");
        String seed = System.getProperty(
                "live.seed", Long.toString(RandomGenerator.getDefault().nextLong() >>> 1));
        System.out.println("live comparison of " + COUNT + " " + kind + " programs; to repeat it: -Dlive.seed=" + seed);

        Path file = folder.resolve("live.jsonl");
        List<String> arguments = new ArrayList<>(List.of(
                "--seed",
                seed,
                "--count",
                Integer.toString(COUNT),
                "--size",
                size,
                "--prefix",
                "live",
                "--out",
                file.toString()));
        if (option != null) {
            arguments.add(option);
        }
        found.get().run("generate.py", arguments);
        found.get().run("oracle.py", List.of("--record", file.toString()));

        assertThat(mismatches(file)).as("mismatches of seed " + seed).isEmpty();
    }

    private static List<String> mismatches(Path file) throws IOException, InterruptedException {
        List<String> mismatches = new ArrayList<>();
        try (ScenarioRunner runner = new ScenarioRunner(LIMIT)) {
            for (Scenario scenario : ScenarioFile.read(file)) {
                Verdict verdict = runner.run(scenario);
                if (!(verdict instanceof Verdict.Passed)) {
                    mismatches.add(scenario.id());
                    System.out.println("MISMATCH " + scenario.id() + "\n  " + verdict + "\n  " + scenario.source());
                }
            }
        }
        return mismatches;
    }
}
