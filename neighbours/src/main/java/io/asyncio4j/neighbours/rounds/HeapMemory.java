package io.asyncio4j.neighbours.rounds;

import java.lang.management.ManagementFactory;

/** What this JVM's objects take; stacks of suspended virtual threads are among them. */
final class HeapMemory {
    private HeapMemory() {}

    static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
