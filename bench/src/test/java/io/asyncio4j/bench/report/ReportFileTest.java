package io.asyncio4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    Path directory;

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Path file = directory.resolve("figures.json");
        Report report = Examples.report(Examples.queue(), Examples.asleep());

        ReportFile.write(file, report);

        assertThat(ReportFile.read(file)).isEqualTo(report);
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("other.json"), "{\"taken\": \"never\"}");

        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.json is no report of bench");
    }
}
