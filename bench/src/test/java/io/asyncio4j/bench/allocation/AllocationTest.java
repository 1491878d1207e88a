package io.asyncio4j.bench.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void everyOperationAllocatesWhatTheBaselineSays() throws Exception {
        Baseline baseline = storedBaseline();
        assumeThat(Platform.here()).isEqualTo(baseline.platform());
        assertThat(baseline.differences(AllocationRun.measure()))
                .as("If this is meant, for the better or the worse: ./asyncio4j bench allocation --update")
                .isEmpty();
    }

    private static Baseline storedBaseline() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AllocationTest.class.getResourceAsStream("baseline.csv"), StandardCharsets.UTF_8))) {
            return Baseline.parse(lines.lines().toList());
        }
    }
}
