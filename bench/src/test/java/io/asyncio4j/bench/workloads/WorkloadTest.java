package io.asyncio4j.bench.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.asyncio4j.neighbours.rounds.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final long MILLI = 1_000_000;

    @Test
    void everyNumberOfThePerformancePageIsThere() {
        assertThat(Arrays.stream(Workload.values()).map(Workload::number))
                .containsAll(IntStream.rangeClosed(1, 13)
                        .mapToObj(number -> "W" + number)
                        .toList());
    }

    @Test
    void labelsAreUnique() {
        assertThat(Arrays.stream(Workload.values()).map(Workload::label)).doesNotHaveDuplicates();
    }

    @Test
    void aRoundIsDividedByItsOperations() {
        assertThat(Workload.SWITCH.trial().figure(new Sample.Time(100 * MILLI))).isEqualTo(100);
    }

    @Test
    void anItemsWayThroughTheQueueIsTwoHops() {
        assertThat(Workload.QUEUE.trial().operations()).isEqualTo(1_000_000);
        assertThat(Workload.QUEUE.trial().arguments()).isEqualTo(List.of("queue", "2", "500000"));
    }

    @Test
    void sleepsCountMillisecondsOverWhatTheySleep() {
        assertThat(Workload.SLEEPS.trial().figure(new Sample.Time(134 * MILLI))).isEqualTo(34);
    }

    @Test
    void memoryCountsWhatTheProcessGrewByForEachTask() {
        Sample sample = new Sample.Memory(50 * MILLI, 1_050 * MILLI, 2_000 * MILLI);

        assertThat(Workload.MILLION.trial().figure(sample)).isEqualTo(1_000);
    }

    @Test
    void moreTasksThatShareDoAsMuchAltogether() {
        assertThat(Workload.SWITCH.trials())
                .extracting(Trial::tasks)
                .containsExactly(1_000, 10_000, 100_000, 1_000_000);
        assertThat(Workload.SWITCH.trials()).extracting(Trial::operations).containsOnly(1_000_000L);
    }

    @Test
    void moreTasksThatDoNotShareDoMore() {
        assertThat(Workload.GROUP.trials())
                .extracting(Trial::operations)
                .containsExactly(1_000L, 10_000L, 100_000L, 1_000_000L);
    }

    @Test
    void ofOneTaskTheTimesBecomeMore() {
        assertThat(Workload.TIMEOUT.trials()).extracting(Trial::tasks).containsOnly(1);
        assertThat(Workload.TIMEOUT.trials()).extracting(Trial::times).contains(1_000, 1_000_000);
    }

    @Test
    void sizesAreComparedByTheOperation() {
        Trial trial = Workload.SLEEPS.trial(1_000).orElseThrow();

        assertThat(trial.unit()).isEqualTo(Unit.NANOS);
        assertThat(trial.figure(new Sample.Time(101 * MILLI))).isCloseTo(1_000, within(0.001));
    }

    @Test
    void whatHasOneSizeOnlyHasNoOthers() {
        assertThat(Workload.HELLO.trials()).isEmpty();
        assertThat(Workload.DEEP_ANEW.trial(1_000_000)).isEmpty();
    }
}
