package io.asyncio4j.bench;

import io.asyncio4j.bench.contestants.Collector;
import io.asyncio4j.bench.contestants.JvmSettings;
import io.asyncio4j.bench.workloads.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the command line asks for. */
@Command(
        name = "./asyncio4j bench",
        description = "Measures what asyncio4j costs, beside what the same work costs elsewhere.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Options {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "WORKLOAD", arity = "0..*", description = "By name or number; all if none is given.")
    private List<String> names = List.of();

    @Option(names = "--neighbours", description = "Beside all neighbours, not only CPython.")
    private boolean neighbours;

    @Option(
            names = "--own-scheduler",
            description = "Beside ours on one carrier, and a prototype whose fibers the loop's own thread carries.")
    private boolean ownScheduler;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Count.class,
            description = "Rounds that count. Default: 9.")
    private int rounds = 9;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            converter = Count.class,
            description =
                    "For how long rounds run first that do not count. Default: 3; 15 with 100,000 tasks and more.")
    private int warmUpSeconds;

    @Option(
            names = "--gc",
            paramLabel = "NAME",
            description = "Garbage collector of all JVMs: ${COMPLETION-CANDIDATES}.")
    private Collector collector = Collector.DEFAULT;

    @Option(
            names = "--carriers",
            paramLabel = "N",
            converter = Count.class,
            description = "Threads under all virtual threads of a JVM. Default: as many as processors.")
    private int carriers;

    @Option(
            names = "--busy",
            paramLabel = "N",
            converter = Count.class,
            description = "Processors kept busy with something else meanwhile.")
    private int busy;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            converter = Count.class,
            description = "That many tasks (or times, where the number of tasks is part of the workload).")
    private int tasks;

    @Option(names = "--scale", description = "From 1,000 to 1,000,000 tasks: whether cost grows faster than work.")
    private boolean scale;

    @Option(names = "--json", paramLabel = "FILE", description = "The figures as JSON too.")
    private @Nullable Path json;

    @Option(names = "--svg", paramLabel = "FILE", description = "A chart too.")
    private @Nullable Path svg;

    @Option(names = "--chart", paramLabel = "FILE", description = "Measures nothing: draws what --json has written.")
    private @Nullable Path chart;

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    private List<Workload> workloads = List.of();

    /** Refuses what makes no sense together. */
    void check() {
        Set<Workload> chosen = new LinkedHashSet<>();
        for (String name : names) {
            try {
                chosen.addAll(Workload.named(name));
            } catch (IllegalArgumentException unknown) {
                throw refused(String.valueOf(unknown.getMessage()));
            }
        }
        workloads = chosen.isEmpty() ? List.of(Workload.values()) : List.copyOf(chosen);
        if (scale && tasks > 0) {
            throw refused("--scale chooses the numbers of tasks itself: leave out --tasks");
        }
        if (chart != null && svg == null) {
            throw refused("--chart needs --svg FILE, where the chart goes");
        }
    }

    private ParameterException refused(String why) {
        if (spec == null) {
            throw new IllegalStateException("not parsed");
        }
        return new ParameterException(spec.commandLine(), why);
    }

    boolean help() {
        return help;
    }

    List<Workload> workloads() {
        return workloads;
    }

    boolean neighbours() {
        return neighbours;
    }

    boolean ownScheduler() {
        return ownScheduler;
    }

    int rounds() {
        return rounds;
    }

    /** Null for what each workload needs. */
    @Nullable
    Duration warmUp() {
        return warmUpSeconds == 0 ? null : Duration.ofSeconds(warmUpSeconds);
    }

    JvmSettings jvm() {
        return new JvmSettings(collector, carriers);
    }

    int busy() {
        return busy;
    }

    /** How many tasks all workloads get; 0 if each has its own. */
    int tasks() {
        return tasks;
    }

    boolean scale() {
        return scale;
    }

    @Nullable
    Path json() {
        return json;
    }

    @Nullable
    Path svg() {
        return svg;
    }

    @Nullable
    Path chart() {
        return chart;
    }

    /** A number above zero. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                int number = Integer.parseInt(value);
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // refused below
            }
            throw new TypeConversionException("a number above zero is needed, not '" + value + "'");
        }
    }
}
