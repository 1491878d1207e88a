package io.asyncio4j.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.bench.programs.Hello;
import io.asyncio4j.bench.programs.Programs;
import io.asyncio4j.bench.workloads.Quantity;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.bench.workloads.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Trial THOUSAND_ASLEEP = Workload.MILLION.trial(1_000).orElseThrow();

    /** Our programs under another's name, or a class that is not there. */
    private record Runner(Side side, boolean has, String main) implements Contestant {
        @Override
        public boolean has(Trial trial) {
            return has;
        }

        @Override
        public List<String> command(Trial trial) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
            command.addAll(trial.arguments());
            return command;
        }
    }

    private static Comparison run(Trial trial, Contestant... contestants) throws Exception {
        return new Contest(List.of(contestants), 1, null).run(trial);
    }

    @Test
    void whoFailsIsOutAndTheOthersGoOn() throws Exception {
        Comparison comparison = run(
                THOUSAND_ASLEEP,
                new Runner(Side.KOTLIN, true, "no.such.Programs"),
                new Runner(Side.ASYNCIO4J, true, Programs.class.getName()));

        assertThat(comparison.of(Side.KOTLIN).orElseThrow().failure()).contains("no.such.Programs");
        assertThat(comparison.of(Side.KOTLIN).orElseThrow().figure()).isEmpty();
        Result ours = comparison.of(Side.ASYNCIO4J).orElseThrow();
        assertThat(ours.failure()).isNull();
        assertThat(ours.figure()).isPresent();
        assertThat(ours.heapEach()).isPresent();
        assertThat(ours.runtime()).isNotEmpty();
    }

    @Test
    void whoHasNoProgramHasNeitherFigureNorFailure() throws Exception {
        Comparison comparison = run(THOUSAND_ASLEEP, new Runner(Side.KOTLIN, false, "no.such.Programs"));

        Result result = comparison.of(Side.KOTLIN).orElseThrow();
        assertThat(result.failure()).isNull();
        assertThat(result.figure()).isEmpty();
    }

    @Test
    void aWholeProcessIsMeasuredFromOutside() throws Exception {
        Comparison comparison = run(Workload.HELLO.trial(), new Runner(Side.ASYNCIO4J, true, Hello.class.getName()));

        Result result = comparison.of(Side.ASYNCIO4J).orElseThrow();
        assertThat(result.failure()).isNull();
        assertThat(result.rounds()).isEqualTo(1);
    }

    @Test
    void standingsTellMediansOfWhatWasMeasured() throws Exception {
        Standings standings = new Standings();
        Comparison comparison = run(THOUSAND_ASLEEP, new Runner(Side.ASYNCIO4J, true, Programs.class.getName()));
        standings.add(comparison);

        assertThat(standings.median(Workload.MILLION, Side.ASYNCIO4J, Quantity.RESIDENT))
                .isPresent();
        assertThat(standings.median(Workload.MILLION, Side.KOTLIN, Quantity.FIGURE))
                .isEmpty();
        assertThat(standings.median(Workload.SWITCH, Side.ASYNCIO4J, Quantity.FIGURE))
                .isEmpty();
    }

    @Test
    void manyTasksAreWarmedUpLonger() {
        Contest contest = new Contest(List.of(), 1, null);

        assertThat(contest.warmUp(Workload.GATHER.trial())).isGreaterThan(contest.warmUp(Workload.SWITCH.trial()));
    }

    @Test
    void warmUpAskedForIsThatOfAll() {
        Contest contest = new Contest(List.of(), 1, Duration.ofSeconds(1));

        assertThat(contest.warmUp(Workload.GATHER.trial())).isEqualTo(Duration.ofSeconds(1));
    }
}
