package io.asyncio4j.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    private List<String> lines() {
        return bytes.toString(UTF_8).lines().map(String::strip).toList();
    }

    @Test
    void eachContestantHasALineWithItsMedianItsSpreadAndItsRatioToOurs() {
        new Table(out).add(Examples.queue());

        assertThat(lines().getFirst()).startsWith("queue · W8 · ").endsWith(" · 2 × 500,000");
        assertThat(lines()).anySatisfy(line -> assertThat(line).matches("asyncio4j +120 ns +\\(110–130\\) +1\\.00×"));
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).matches("Continuation floor +100 ns +\\(100–100\\) +0\\.83×"));
    }

    @Test
    void whoHasNoSuchProgramHasADash() {
        new Table(out).add(Examples.queue());

        assertThat(lines()).anySatisfy(line -> assertThat(line).matches("StructuredTaskScope +–"));
    }

    @Test
    void whoFailedHasItsFailureAndNoFigure() {
        new Table(out).add(Examples.queue());

        assertThat(lines())
                .anySatisfy(
                        line -> assertThat(line).matches("Kotlin +failed +ended without an answer: OutOfMemoryError"));
    }

    @Test
    void goalsAreJudgedForEachOfOurs() {
        new Table(out).add(Examples.queue());

        assertThat(lines())
                .contains(
                        "met     asyncio4j: at most 1.6 × Continuation floor (160 ns)",
                        "MISSED  asyncio4j, 1 carrier: at most 1.6 × Continuation floor (160 ns)");
    }

    @Test
    void memoryIsToldAsResidentAndAsHeap() {
        new Table(out).add(Examples.asleep());

        assertThat(lines())
                .contains(
                        "resident 1.05 GB, at most 2.10 GB; of the heap 700 B each",
                        "resident 1.62 GB, at most 1.62 GB",
                        "met     asyncio4j: at most 2 GB resident",
                        "open    asyncio4j: under virtual threads, 1 carrier");
    }

    @Test
    void sizesStandSideBySide() {
        new SizesTable(out).add(List.of(Examples.group(1_000, 100), Examples.group(10_000, 105)));

        assertThat(lines()).anySatisfy(line -> assertThat(line).matches("tasks × times +1,000 × 1 +10,000 × 1"));
        assertThat(lines()).anySatisfy(line -> assertThat(line).matches("asyncio4j +100 +105"));
        assertThat(lines()).anySatisfy(line -> assertThat(line).matches("Continuation floor +– +–"));
    }
}
