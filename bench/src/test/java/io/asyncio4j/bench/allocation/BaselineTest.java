package io.asyncio4j.bench.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static Baseline baseline(String... operations) {
        return Baseline.parse(List.of(("# a comment\nJDK 1 abacus\n" + String.join("\n", operations)).split("\n")));
    }

    @Test
    void oneMoreObjectInAnOperationIsADifference() {
        assertThat(baseline("Resume.oneself,48.0").differences(Map.of("Resume.oneself", 64.0)))
                .containsExactly("Resume.oneself allocates 64.0 bytes, 16.0 more than the 48.0 of the baseline"
                        + " (tolerance 2.0)");
    }

    @Test
    void oneObjectLessIsADifferenceToo() {
        assertThat(baseline("Resume.oneself,48.0").differences(Map.of("Resume.oneself", 32.0)))
                .containsExactly("Resume.oneself allocates 32.0 bytes, 16.0 less than the 48.0 of the baseline"
                        + " (tolerance 2.0)");
    }

    @Test
    void upToTwoBytesAreNoDifference() {
        assertThat(baseline("Resume.oneself,0.0", "Switch.amongTasks,48.0")
                        .differences(Map.of("Resume.oneself", 2.0, "Switch.amongTasks", 46.0)))
                .isEmpty();
    }

    @Test
    void halfAPercentIsNoDifferenceWhereItIsMoreThanTwoBytes() {
        assertThat(baseline("Gather.createAndAwait,1000.0").differences(Map.of("Gather.createAndAwait", 1005.0)))
                .isEmpty();
    }

    @Test
    void anOperationMayHaveAToleranceOfItsOwn() {
        Baseline baseline = baseline("ToThread.function,1000.0,30.0");

        assertThat(baseline.differences(Map.of("ToThread.function", 1030.0))).isEmpty();
        assertThat(baseline.differences(Map.of("ToThread.function", 1031.0))).hasSize(1);
    }

    @Test
    void anOperationTheBaselineDoesNotKnowIsADifference() {
        assertThat(baseline().differences(Map.of("Resume.oneself", 0.0)))
                .containsExactly("Resume.oneself allocates 0.0 bytes and is not in the baseline");
    }

    @Test
    void anOperationThatIsNoMoreIsADifference() {
        assertThat(baseline("Resume.oneself,0.0").differences(Map.of()))
                .containsExactly("Resume.oneself is in the baseline but is no operation any more");
    }

    @Test
    void anUpdateChangesOnlyWhatDiffersAndKeepsTolerances() {
        Baseline updated = baseline("A.same,48.0", "B.less,64.0,20.0", "C.gone,1.0")
                .updatedTo(Map.of("A.same", 49.0, "B.less", 32.04, "D.new", 16.0));

        assertThat(updated.text().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(Platform.here(), "A.same,48.0", "B.less,32.0,20.0", "D.new,16.0");
    }

    @Test
    void anUpdatedBaselineAdmitsWhatItWasUpdatedTo() {
        Map<String, Double> measured = Map.of("A.operation", 31.96, "Switch.amongTasks tasks=2", 0.02);

        Baseline updated =
                Baseline.parse(baseline().updatedTo(measured).text().lines().toList());

        assertThat(updated.differences(measured)).isEmpty();
        assertThat(updated.isOfThisPlatform()).isTrue();
    }

    @Test
    void aLineWithoutAFigureIsRefused() {
        assertThatThrownBy(() -> baseline("Resume.oneself"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not operation,bytes or operation,bytes,tolerance: Resume.oneself");
    }
}
