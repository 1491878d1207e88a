package io.asyncio4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.bench.contestants.Collector;
import io.asyncio4j.bench.contestants.JvmSettings;
import io.asyncio4j.bench.workloads.Workload;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class OptionsTest {
    private static Options parse(String... arguments) {
        Options options = new Options();
        BenchCommand.commandLine(options).parseArgs(arguments);
        options.check();
        return options;
    }

    @Test
    void nothingAskedForIsAllWorkloadsOfOursAndCpython() {
        Options options = parse();

        assertThat(options.workloads()).containsExactly(Workload.values());
        assertThat(options.neighbours()).isFalse();
        assertThat(options.rounds()).isEqualTo(9);
        assertThat(options.jvm()).isEqualTo(new JvmSettings(Collector.DEFAULT, 0));
    }

    @Test
    void workloadsAreNamedByLabelAndByNumber() {
        assertThat(parse("skynet", "w5").workloads())
                .containsExactly(Workload.SKYNET, Workload.CANCEL, Workload.CANCEL_WAITING);
    }

    @Test
    void aWorkloadNamedTwiceIsMeasuredOnce() {
        assertThat(parse("cancel", "W5").workloads()).containsExactly(Workload.CANCEL, Workload.CANCEL_WAITING);
    }

    @Test
    void optionsMayStandBetweenWorkloads() {
        Options options = parse("switch", "--rounds", "3", "group", "--gc", "parallel", "--carriers", "2", "--busy=1");

        assertThat(options.workloads()).containsExactly(Workload.SWITCH, Workload.GROUP);
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.jvm()).isEqualTo(new JvmSettings(Collector.PARALLEL, 2));
        assertThat(options.busy()).isEqualTo(1);
    }

    @Test
    void aChartIsDrawnFromAFileToAFile() {
        Options options = parse("--chart", "figures.json", "--svg", "chart.svg");

        assertThat(options.chart()).isEqualTo(Path.of("figures.json"));
        assertThat(options.svg()).isEqualTo(Path.of("chart.svg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--carriers", "--busy", "--tasks"})
    void countsAreAboveZero(String option) {
        assertThatThrownBy(() -> parse(option, "0"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(option)
                .hasMessageContaining("a number above zero is needed, not '0'");
    }

    @Test
    void anUnknownWorkloadIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> parse("swich"))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("there is no workload 'swich', but switch, switch-1,");
    }

    @Test
    void anUnknownCollectorIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> parse("--gc", "best"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--gc")
                .hasMessageContaining("PARALLEL");
    }

    @Test
    void scaleChoosesTheNumbersOfTasksItself() {
        assertThatThrownBy(() -> parse("--scale", "--tasks", "5")).hasMessageContaining("leave out --tasks");
    }

    @Test
    void aChartHasToGoSomewhere() {
        assertThatThrownBy(() -> parse("--chart", "figures.json")).hasMessageContaining("--chart needs --svg FILE");
    }
}
