package io.asyncio4j.bench.allocation;

import io.asyncio4j.bench.operations.LoopOperation;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures what each operation allocates, the objects of the virtual threads and their stacks included. */
final class AllocationRun {
    /*
     * JMH's figure is the JVM's own count for all its threads, from before an iteration until after it. The rest is there
     * to make that the same each time.
     *
     * Only the first compiler: what the second finds out need not be allocated depends on what it happens to inline, on
     * when it gets round to it, and so on the machine and its load. So this measures all the code asks for; users see that
     * or less.
     *
     * A young generation that hardly ever fills up: a stack that a collection has moved out of it is made anew when its
     * task waits again, with any collector.
     *
     * One carrier: two that wait for each other's work make objects to wait with.
     *
     * A process for each operation, so that none depends on what ran before it. Giving all options keeps the agents and
     * options of this JVM out.
     */
    private static final String[] JVM_OPTIONS = {
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xms640m",
        "-Xmx640m",
        "-Xmn512m",
        "-Djdk.virtualThreadScheduler.parallelism=1",
        "--sun-misc-unsafe-memory-access=allow",
    };

    private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";
    private static final TimeValue ITERATION = TimeValue.milliseconds(100);
    private static final int WARM_UP = 2;
    private static final int MEASURED = 3;

    private AllocationRun() {}

    /** Bytes by operation. Takes half a minute on an idle machine. */
    static Map<String, Double> measure() throws RunnerException {
        // Nothing is timed here: others may measure at the same time.
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("^" + LoopOperation.class.getPackageName() + "\\.")
                        .addProfiler(GCProfiler.class)
                        .jvmArgs(JVM_OPTIONS)
                        .forks(1)
                        .warmupIterations(WARM_UP)
                        .warmupTime(ITERATION)
                        .measurementIterations(MEASURED)
                        .measurementTime(ITERATION)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Double> bytes = new TreeMap<>();
        for (RunResult result : results) {
            bytes.put(name(result.getParams()), bytes(result));
        }
        return bytes;
    }

    private static String name(BenchmarkParams operation) {
        String method = operation
                .getBenchmark()
                .substring(LoopOperation.class.getPackageName().length() + 1);
        return operation.getParamsKeys().stream()
                .map(key -> key + "=" + operation.getParam(key))
                .collect(Collectors.joining(" ", method + " ", ""))
                .strip();
    }

    /** The least of all iterations: what others have more is JMH's and the class loaders', or the last one's tear-down. */
    private static double bytes(RunResult result) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .flatMap(iteration ->
                        Stream.ofNullable(iteration.getSecondaryResults().get(BYTES_PER_OPERATION)))
                .mapToDouble(measured -> measured.getScore())
                .min()
                .orElseThrow();
    }
}
