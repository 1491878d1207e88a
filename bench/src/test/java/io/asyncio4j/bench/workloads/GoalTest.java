package io.asyncio4j.bench.workloads;

import static io.asyncio4j.bench.workloads.Side.ASYNCIO4J;
import static io.asyncio4j.bench.workloads.Side.ASYNCIO4J_ON_ONE;
import static io.asyncio4j.bench.workloads.Side.FLOOR;
import static io.asyncio4j.bench.workloads.Side.KOTLIN;
import static io.asyncio4j.bench.workloads.Workload.QUEUE;
import static io.asyncio4j.bench.workloads.Workload.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GoalTest {
    private final Map<Side, Double> medians = new EnumMap<>(Side.class);
    private final Figures figures = (workload, side, quantity) ->
            medians.containsKey(side) ? OptionalDouble.of(medians.get(side)) : OptionalDouble.empty();

    private Verdict judge(Goal goal, double ours) {
        medians.put(ASYNCIO4J, ours);
        return goal.judge(figures, QUEUE, ASYNCIO4J);
    }

    @Test
    void atMostIncludesTheLimit() {
        medians.put(FLOOR, 100.0);
        Goal goal = new Goal.AtMost(1.5, FLOOR);

        assertThat(judge(goal, 150)).isEqualTo(Verdict.MET);
        assertThat(judge(goal, 150.1)).isEqualTo(Verdict.MISSED);
        assertThat(goal.text()).isEqualTo("at most 1.5 × Continuation floor");
    }

    @Test
    void underExcludesTheLimit() {
        medians.put(KOTLIN, 100.0);
        Goal goal = new Goal.Under(1, KOTLIN);

        assertThat(judge(goal, 99.9)).isEqualTo(Verdict.MET);
        assertThat(judge(goal, 100)).isEqualTo(Verdict.MISSED);
        assertThat(goal.text()).isEqualTo("under Kotlin");
    }

    @Test
    void timesFasterDividesTheOthersFigure() {
        medians.put(Side.CPYTHON, 1_000.0);
        Goal goal = new Goal.TimesFaster(4, Side.CPYTHON);

        assertThat(judge(goal, 250)).isEqualTo(Verdict.MET);
        assertThat(judge(goal, 251)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void withoutTheOthersFigureAGoalStaysOpen() {
        assertThat(judge(new Goal.AtMost(1, KOTLIN), 1)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void withoutOurFigureAGoalStaysOpen() {
        medians.put(KOTLIN, 100.0);

        assertThat(new Goal.AtMost(1, KOTLIN).judge(figures, QUEUE, ASYNCIO4J)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void aFixedLimitNeedsNobodyElse() {
        assertThat(judge(new Goal.Fixed("at most 300 ms", Quantity.FIGURE, 300), 301))
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void itsOwnOtherWorkloadIsThatOfTheSameSide() {
        Figures ofSwitch =
                (workload, side, quantity) -> OptionalDouble.of(workload == SWITCH && side == ASYNCIO4J ? 100 : 200);
        Goal goal = new Goal.AtMostOwn(1.2, SWITCH);

        assertThat(goal.judge(ofSwitch, QUEUE, ASYNCIO4J)).isEqualTo(Verdict.MISSED);
        assertThat(goal.judge(ofSwitch, QUEUE, ASYNCIO4J_ON_ONE)).isEqualTo(Verdict.MET);
    }
}
