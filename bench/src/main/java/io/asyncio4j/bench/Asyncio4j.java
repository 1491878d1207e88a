package io.asyncio4j.bench;

import io.asyncio4j.bench.programs.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This library, on the JVM and the class path this process runs on, without any flag that was not asked for.
 *
 * @param collector which garbage collector
 * @param carriers how many threads carry the JVM's virtual threads, or 0 for as many as there are processors
 */
record Asyncio4j(Collector collector, int carriers) implements Contestant {
    @Override
    public String name() {
        return "asyncio4j";
    }

    @Override
    public List<String> command(Workload workload) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(collector.flags());
        if (carriers > 0) {
            command.add("-Djdk.virtualThreadScheduler.parallelism=" + carriers);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Programs.class.getName()));
        command.addAll(workload.command());
        return command;
    }
}
