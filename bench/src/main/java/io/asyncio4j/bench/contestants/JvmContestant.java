package io.asyncio4j.bench.contestants;

import io.asyncio4j.bench.contest.Contestant;
import io.asyncio4j.bench.workloads.Manner;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.bench.workloads.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Somebody whose programs run on the JVM of this process.
 *
 * @param side which
 * @param flags of the JVM
 * @param home where its programs are
 * @param programs the names of those it has
 * @param workshop a directory for what is made on the way: jars, caches
 */
record JvmContestant(Side side, List<String> flags, JvmHome home, Set<String> programs, Path workshop)
        implements Contestant {

    @Override
    public boolean has(Trial trial) {
        return programs.contains(trial.program());
    }

    @Override
    public List<String> command(Trial trial) throws IOException, InterruptedException {
        if (trial.workload().manner() != Manner.WHOLE_PROCESS) {
            return home.command(flags, home.classPath(), home.programs(), trial.arguments());
        }
        ClassPath jars = home.classPath().packed(workshop.resolve("jars"));
        if (trial.workload() != Workload.HELLO_AOT) {
            return home.command(flags, jars, home.hello(), List.of());
        }
        List<String> cached = new ArrayList<>(flags);
        cached.add("-XX:AOTCache=" + trainedCache(jars));
        return home.command(cached, jars, home.hello(), List.of());
    }

    /** A cache of a run of its own: what the JDK calls training. */
    private Path trainedCache(ClassPath jars) throws IOException, InterruptedException {
        Path cache = workshop.resolve(side.name() + ".aot");
        if (!Files.exists(cache)) {
            List<String> training = new ArrayList<>(flags);
            training.add("-XX:AOTCacheOutput=" + cache);
            new ProcessBuilder(home.command(training, jars, home.hello(), List.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        if (!Files.exists(cache)) {
            throw new IOException("the JVM made no AOT cache");
        }
        return cache;
    }
}
