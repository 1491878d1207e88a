package io.asyncio4j.testkit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The platform threads that tasks have begun, and these threads in turn.
 *
 * <p>They are known by their group: a thread is in that of the thread that began it, or that made the factory it comes
 * from; and all virtual threads, those of tasks among them, are in one group of their own. So what a test's fixtures keep
 * alive, what JUnit does and the JVM's own threads do not count. What the JDK shares, its common pool, is left out by name.
 * Virtual threads cannot be listed.
 */
final class BegunThreads {
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-";

    private BegunThreads() {}

    /** Those that are alive now. */
    static Set<Thread> alive() {
        ThreadGroup group = Thread.ofVirtual().unstarted(() -> {}).getThreadGroup();
        Thread[] threads = new Thread[16];
        int count = group.enumerate(threads);
        while (count == threads.length) {
            // what does not fit is left out in silence
            threads = new Thread[2 * count];
            count = group.enumerate(threads);
        }
        Set<Thread> alive = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int index = 0; index < count; index++) {
            if (!threads[index].getName().startsWith(COMMON_POOL)) {
                alive.add(threads[index]);
            }
        }
        return alive;
    }
}
