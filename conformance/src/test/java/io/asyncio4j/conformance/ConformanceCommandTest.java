package io.asyncio4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints, and its exit status. */
class ConformanceCommandTest {

    private static final String RIGHT = """
        {"id":"right","program":{"coros":{"main":[["return",1]]}},"trace":[["end","returned",1]]}
        """;
    private static final String WRONG = """
        {"id":"wrong","program":{"coros":{"main":[["return",1]]}},"trace":[["end","returned",2]]}
        """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void allPassed() throws Exception {
        assertThat(run(RIGHT, RIGHT)).isEqualTo(ConformanceCommand.ALL_PASSED);
        assertThat(out).hasToString("2 passed, 0 failed" + System.lineSeparator());
    }

    @Test
    void mismatchIsPrintedAndTheRestStillRuns() throws Exception {
        assertThat(run(WRONG, RIGHT)).isEqualTo(ConformanceCommand.SOME_FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "MISMATCH wrong",
                        "  at 0: expected [\"end\",\"returned\",2] got [\"end\",\"returned\",1]",
                        "1 passed, 1 failed");
    }

    @Test
    void noFileIsBadUsage() throws Exception {
        assertThat(run()).isEqualTo(ConformanceCommand.BAD_USAGE);
        assertThat(err).hasToString("usage: conformance FILE.jsonl ..." + System.lineSeparator());
    }

    @Test
    void missingFileIsNamed() throws Exception {
        String missing = folder.resolve("missing.jsonl").toString();
        assertThat(ConformanceCommand.run(List.of(missing), stream(out), stream(err)))
                .isEqualTo(ConformanceCommand.BAD_USAGE);
        assertThat(err).hasToString("no such file: " + missing + System.lineSeparator());
    }

    @Test
    void lineThatIsNoScenarioIsNamed() throws Exception {
        assertThat(run(RIGHT + "{\"id\":\"bad\"}\n")).isEqualTo(ConformanceCommand.BAD_USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(":2: a scenario is an object with \"id\", \"program\" and \"trace\"");
    }

    @Test
    void lineThatIsNotJsonIsNamed() throws Exception {
        assertThat(run("{")).isEqualTo(ConformanceCommand.BAD_USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(":1: not JSON");
    }

    @Test
    void unknownOperationIsNamedBeforeAnythingRuns() throws Exception {
        assertThat(run(RIGHT, "{\"id\":\"bad\",\"program\":{\"coros\":{\"main\":[[\"dance\"]]}},\"trace\":[]}"))
                .isEqualTo(ConformanceCommand.BAD_USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(":1: no operation dance");
        assertThat(out).hasToString("");
    }

    /** Runs the command on one file for each text. */
    private int run(String... texts) throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        for (String text : texts) {
            Path file = folder.resolve(files.size() + ".jsonl");
            Files.writeString(file, text);
            files.add(file.toString());
        }
        return ConformanceCommand.run(files, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
