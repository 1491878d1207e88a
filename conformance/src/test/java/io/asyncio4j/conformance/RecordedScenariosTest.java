package io.asyncio4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded scenario does here what it did on CPython. */
class RecordedScenariosTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern DIFFERENCE = Pattern.compile("(?m)^- `([^`]+)`:");

    @TestFactory
    Stream<DynamicTest> seedsBehaveAsOnCpython() throws Exception {
        return testsOf("seeds.jsonl");
    }

    @TestFactory
    Stream<DynamicTest> upstreamBehavioursAreThoseOfCpython() throws Exception {
        return testsOf("upstream.jsonl");
    }

    @TestFactory
    Stream<DynamicTest> randomProgramsBehaveAsOnCpython() throws Exception {
        return testsOf("random.jsonl");
    }

    @Test
    void everyDifferenceIsThatOfARecordedScenario() throws Exception {
        Set<String> ids = new HashSet<>();
        for (String file : List.of("seeds.jsonl", "upstream.jsonl", "random.jsonl")) {
            scenarios(file).forEach(scenario -> ids.add(scenario.id()));
        }
        assertThat(ids).containsAll(differences());
    }

    private static Stream<DynamicTest> testsOf(String file) throws IOException, URISyntaxException {
        Set<String> differences = differences();
        ScenarioRunner runner = new ScenarioRunner(LIMIT);
        return scenarios(file).stream()
                .filter(scenario -> !differences.contains(scenario.id()))
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.id(),
                        () -> assertThat(runner.run(scenario)).as(scenario.id()).isEqualTo(new Verdict.Passed())))
                .onClose(runner::close);
    }

    private static List<Scenario> scenarios(String file) throws IOException, URISyntaxException {
        URL resource = RecordedScenariosTest.class.getClassLoader().getResource(file);
        return ScenarioFile.read(Path.of(Objects.requireNonNull(resource, file).toURI()));
    }

    /** The scenarios whose lines stand in differences.md. */
    private static Set<String> differences() throws IOException {
        Set<String> ids = new HashSet<>();
        Matcher matcher = DIFFERENCE.matcher(Files.readString(Path.of("differences.md")));
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
