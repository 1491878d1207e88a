package io.asyncio4j.bench.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each program once, small: all check what they did by themselves. */
class ProgramsTest {
    private static final int TASKS = 100;
    private static final int TIMES = 3;

    static Stream<String> ofAnySize() {
        return Programs.BY_NAME.keySet().stream()
                .filter(Predicate.not(Set.of("loops", "switch-sleepers")::contains))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("ofAnySize")
    void aSmallRoundSucceeds(String name) throws Exception {
        assertThat(Programs.BY_NAME.get(name).round(TASKS, TIMES))
                .satisfiesAnyOf(
                        sample -> assertThat(sample)
                                .isInstanceOfSatisfying(
                                        Sample.Time.class,
                                        time -> assertThat(time.nanos()).isPositive()),
                        sample -> assertThat(sample)
                                .isInstanceOfSatisfying(
                                        Sample.Memory.class,
                                        memory -> assertThat(memory.heap().orElseThrow())
                                                .isPositive()));
    }

    @Test
    void loopsRunSideBySide() throws Exception {
        assertThat(Programs.BY_NAME.get("loops").round(2, TASKS * TIMES)).isInstanceOf(Sample.Time.class);
    }

    @Test
    void severalRoundsSwitchBesideTheSameSleepers() throws Exception {
        Program program = new SwitchSleepersProgram(1_000);

        assertThat(program.round(TASKS, TIMES)).isInstanceOf(Sample.Time.class);
        assertThat(program.round(TASKS, TIMES)).isInstanceOf(Sample.Time.class);
    }

    @Test
    void aSampleIsReadAsItWasWritten() {
        Sample memory = new Sample.Memory(1, 2, 3, OptionalLong.of(4));

        assertThat(Sample.parse(memory.toString())).isEqualTo(memory);
        assertThat(Sample.parse("memory 1 2 3")).isEqualTo(new Sample.Memory(1, 2, 3));
        assertThat(Sample.parse("time 5")).isEqualTo(new Sample.Time(5));
    }
}
