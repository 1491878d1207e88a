package io.asyncio4j.bench.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.bench.contest.Contestant;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Workload;
import java.io.File;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestantsTest {
    private static final JvmSettings SETTINGS = new JvmSettings(Collector.PARALLEL, 0);

    @TempDir
    Path workshop;

    @Test
    void oursHasAProgramForEveryWorkload() throws Exception {
        Contestant ours = Contestants.find(SETTINGS, false, false, workshop).getFirst();

        assertThat(ours.side()).isEqualTo(Side.ASYNCIO4J);
        assertThat(Workload.values()).allMatch(workload -> ours.has(workload.trial()));
    }

    @Test
    void withNeighboursOursIsThereOnOneCarrierToo() throws Exception {
        List<Contestant> found = Contestants.find(SETTINGS, true, false, workshop);

        assertThat(found).extracting(Contestant::side).startsWith(Side.ASYNCIO4J, Side.ASYNCIO4J_ON_ONE);
        assertThat(found.get(0).command(Workload.SWITCH.trial())).contains("-XX:+UseParallelGC");
        assertThat(found.get(1).command(Workload.SWITCH.trial()))
                .contains("-XX:+UseParallelGC", "-Djdk.virtualThreadScheduler.parallelism=1")
                .endsWith("switch", "100", "10000");
    }

    @Test
    void thePrototypeOfAnotherSchedulerTakesThePlaceOfClassesOfOurs() throws Exception {
        List<Contestant> found = Contestants.find(SETTINGS, false, true, workshop);

        assertThat(found)
                .extracting(Contestant::side)
                .containsExactly(Side.ASYNCIO4J, Side.ASYNCIO4J_ON_ONE, Side.OWN_SCHEDULER);
        List<String> command = found.getLast().command(Workload.SWITCH.trial());
        assertThat(Path.of(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator)[0]))
                .isDirectoryContaining("glob:**/io");
    }

    @Test
    void thePrototypeOfAnotherSchedulerAnswersRounds() throws Exception {
        Contestant prototype = Contestants.find(SETTINGS, false, true, workshop).getLast();
        Process process =
                new ProcessBuilder(prototype.command(Workload.SWITCH.trial(10).orElseThrow())).start();

        try (Writer requests = process.outputWriter(UTF_8)) {
            requests.write("round\n");
        }

        assertThat(process.inputReader(UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("time ");
    }

    @Test
    void wholeProcessesRunOnJarsAsUsersHaveThem() throws Exception {
        Contestant ours = Contestants.find(SETTINGS, false, false, workshop).getFirst();

        List<String> command = ours.command(Workload.HELLO.trial());

        assertThat(command.getLast()).isEqualTo("io.asyncio4j.bench.programs.Hello");
        assertThat(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator))
                .allMatch(entry -> entry.endsWith(".jar"));
    }
}
