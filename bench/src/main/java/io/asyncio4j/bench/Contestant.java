package io.asyncio4j.bench;

import java.util.List;

/** A runtime that has a program for each workload. */
interface Contestant {
    /** Its name in the table. */
    String name();

    /** The command that starts its program for the workload. The program speaks as {@code Rounds} does. */
    List<String> command(Workload workload);
}
