package io.asyncio4j.behaviours.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ctrl-C, pressed on {@link InterruptedProgram} in a process of its own whenever it has said a line. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a Ctrl-C cannot be sent to another process there")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CtrlCTest {
    /** The exit status of a process that Ctrl-C has ended. */
    private static final int ENDED_BY_CTRL_C = 130;

    private Process process;

    /** Who is started in the background by a shell may have been told to ignore Ctrl-C, and so would its children. */
    @BeforeEach
    void assumeThatCtrlCIsNotIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            String ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .findFirst()
                    .orElse("SigIgn: 0");
            long signals =
                    Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).trim(), 16);
            assumeTrue((signals & 0b10) == 0, "Ctrl-C is ignored in this process, and so it is in its children");
        }
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Starts the program, presses Ctrl-C each time it has said the next of the lines, and returns all it said. */
    private List<String> linesOf(String program, String... pressAfter) throws Exception {
        return linesOf(List.of(), program, pressAfter);
    }

    private List<String> linesOf(List<String> flags, String program, String... pressAfter) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(InterruptedProgram.class.getName(), program));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        int pressed = 0;
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (pressed < pressAfter.length && line.equals(pressAfter[pressed])) {
                    pressed++;
                    pressCtrlC();
                }
            }
        }
        return lines;
    }

    private void pressCtrlC() throws Exception {
        int exit = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    @Test
    void firstCancelsTheMainTaskWithCleanupAndEndsInKeyboardInterrupt() throws Exception {
        assertThat(linesOf("cleans-up", "ready"))
                .containsExactly("ready", "main task cleaned up", "other task cleaned up", "KeyboardInterrupt");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void firstReachesATaskThatIsBusy() throws Exception {
        assertThat(linesOf("spins", "ready")).containsExactly("ready", "stopped spinning", "KeyboardInterrupt");
    }

    @Test
    void secondEndsTheRunAtOnceWhileTheTaskRefuses() throws Exception {
        assertThat(linesOf("refuses", "ready", "refused")).containsExactly("ready", "refused", "KeyboardInterrupt");
    }

    @Test
    void secondEndsTheRunEvenWhileTheTaskBlocksItsLoop() throws Exception {
        List<String> lines = linesOf("blocks", "ready", "blocks");
        assertThat(lines).startsWith("ready", "blocks").endsWith("KeyboardInterrupt");
    }

    @Test
    void swallowedByTheMainTaskItChangesNothing() throws Exception {
        assertThat(linesOf("goes-on", "ready")).containsExactly("ready", "swallowed", "run returned");
    }

    @Test
    void besideAnotherCancellationItIsACancellation() throws Exception {
        assertThat(linesOf("cancelled-otherwise", "ready")).containsExactly("ready", "CancelledError");
    }

    @Test
    void runnerCanBeUsedAgainAfterwards() throws Exception {
        assertThat(linesOf("twice", "ready"))
                .containsExactly("ready", "first run interrupted", "second run works", "run returned");
    }

    @Test
    void endsTheProgramAsEverOnceTheRunIsOver() throws Exception {
        assertThat(linesOf("afterwards", "ready")).containsExactly("ready");
        assertThat(process.waitFor()).isEqualTo(ENDED_BY_CTRL_C);
    }

    @Test
    void endsTheProgramAsEverWhenTheRunIsNotInTheMainThread() throws Exception {
        assertThat(linesOf("other-thread", "ready")).containsExactly("ready");
        assertThat(process.waitFor()).isEqualTo(ENDED_BY_CTRL_C);
    }

    @Test
    void endsTheProgramAsEverWhereTheJvmLeavesSignalsAlone() throws Exception {
        assertThat(linesOf(List.of("-Xrs"), "cleans-up", "ready")).containsExactly("ready");
        assertThat(process.waitFor()).isEqualTo(ENDED_BY_CTRL_C);
    }

    @Test
    void endsTheProgramAsEverWhereTheJdkHasNoSignals() throws Exception {
        assertThat(linesOf(List.of("--limit-modules", "java.base"), "cleans-up", "ready"))
                .containsExactly("ready");
        assertThat(process.waitFor()).isEqualTo(ENDED_BY_CTRL_C);
    }
}
