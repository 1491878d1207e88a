package io.asyncio4j.bench.contest;

import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import java.io.IOException;
import java.util.List;

/** A runtime that has programs for workloads. */
public interface Contestant {
    /** Which it is. */
    Side side();

    /** Whether it has a program for that. */
    boolean has(Trial trial);

    /**
     * The command that starts its program. The program speaks as {@code Rounds} does, unless it is measured as a whole
     * process.
     *
     * @throws IOException if it cannot be made ready
     * @throws InterruptedException if the calling thread is interrupted
     */
    List<String> command(Trial trial) throws IOException, InterruptedException;
}
