package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Three workers meet at a barrier, three times. */
final class BarrierRounds {
    static final int PARTIES = 3;
    static final String ROUNDS_DO_NOT_MIX = "nobody passes before all have come for the same round";
    static final String EACH_POSITION_ONCE = "each position is given once in a round";
    private static final int ROUNDS = 3;

    private final BarrierLike barrier;
    private final List<Integer> arrivals = new ArrayList<>();
    private final List<List<Integer>> positions = new ArrayList<>();
    private int tooEarly;

    private BarrierRounds(BarrierLike barrier) {
        this.barrier = barrier;
        for (int round = 0; round < ROUNDS; round++) {
            arrivals.add(0);
            positions.add(new ArrayList<>());
        }
    }

    static void play(TestRun run, BarrierLike barrier) {
        BarrierRounds scenario = new BarrierRounds(barrier);
        run.invariants()
                .add(ROUNDS_DO_NOT_MIX, () -> assertThat(scenario.tooEarly).isZero());
        run.invariants()
                .add(
                        EACH_POSITION_ONCE,
                        () -> assertThat(scenario.positions)
                                .allSatisfy(ofRound -> assertThat(ofRound)
                                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PARTIES)
                                                .boxed()
                                                .toList())));
        Workers workers = new Workers(run);
        for (int i = 0; i < PARTIES; i++) {
            int number = i;
            workers.start(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    pause(4 + number);
                    scenario.meet(round);
                }
            });
        }
        workers.awaitAll();
    }

    private void meet(int round) {
        arrivals.set(round, arrivals.get(round) + 1);
        int position = barrier.await();
        if (arrivals.get(round) < PARTIES) {
            tooEarly++;
        }
        positions.get(round).add(position);
    }
}
