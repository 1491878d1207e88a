package io.asyncio4j.behaviours.debug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Debug mode by system property and environment variable, each in a JVM of its own. */
@Tag("slow")
class DebugSettingTest {
    /** Prints whether a new loop is in debug mode, and whether a new error has a stack trace. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            EventLoop loop = new EventLoop();
            System.out.print(loop.getDebug() + " " + (new CancelledError().getStackTrace().length > 0));
            loop.close();
        }
    }

    private static String probe(String environment, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("ASYNCIO4J_DEBUG");
        if (environment != null) {
            builder.environment().put("ASYNCIO4J_DEBUG", environment);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void withoutSettingItIsOff() throws Exception {
        assertThat(probe(null)).isEqualTo("false false");
    }

    @Test
    void propertyWithoutValueSwitchesItOn() throws Exception {
        assertThat(probe(null, "-Dasyncio4j.debug")).isEqualTo("true true");
    }

    @Test
    void propertyFalseLeavesItOff() throws Exception {
        assertThat(probe(null, "-Dasyncio4j.debug=false")).isEqualTo("false false");
    }

    @Test
    void environmentVariableSwitchesItOn() throws Exception {
        assertThat(probe("1")).isEqualTo("true true");
    }

    @Test
    void emptyEnvironmentVariableLeavesItOff() throws Exception {
        assertThat(probe("")).isEqualTo("false false");
    }

    @Test
    void environmentVariableZeroLeavesItOff() throws Exception {
        assertThat(probe("0")).isEqualTo("false false");
    }

    @Test
    void propertyOutranksTheEnvironment() throws Exception {
        assertThat(probe("1", "-Dasyncio4j.debug=0")).isEqualTo("false false");
    }
}
