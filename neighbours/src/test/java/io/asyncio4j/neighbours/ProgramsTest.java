package io.asyncio4j.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program of every neighbour, small: each checks its own results. */
class ProgramsTest {
    private static final int TASKS = 100;
    private static final int TIMES = 3;

    static Stream<Arguments> programs() {
        return Stream.of(
                        named("plain", io.asyncio4j.neighbours.plain.Programs.all()),
                        named("structured", io.asyncio4j.neighbours.structured.Programs.all()),
                        named("continuation", io.asyncio4j.neighbours.continuation.Programs.all()))
                .flatMap(arguments -> arguments);
    }

    private static Stream<Arguments> named(String neighbour, Map<String, Program> programs) {
        return new TreeMap<>(programs)
                .entrySet().stream()
                        .map(program -> Arguments.argumentSet(neighbour + " " + program.getKey(), program.getValue()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void eachProgramEndsWithTheRightResult(Program program) throws Exception {
        switch (program.round(TASKS, TIMES)) {
            case Sample.Time time -> assertThat(time.nanos()).isPositive();
            case Sample.Memory memory -> assertThat(memory.peak()).isPositive();
        }
    }
}
