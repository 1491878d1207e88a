package io.asyncio4j.fibers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import org.jspecify.annotations.NullMarked;

/** What the JDK keeps to itself. Needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}. */
@NullMarked
final class JdkThreads {
    private static final MethodHandle NEW_VIRTUAL_THREAD = find(
            "java.lang.ThreadBuilders",
            "newVirtualThread",
            MethodType.methodType(Thread.class, Executor.class, String.class, int.class, Runnable.class));
    private static final MethodHandle CURRENT_CARRIER =
            find("java.lang.Thread", "currentCarrierThread", MethodType.methodType(Thread.class));
    private static final Executor DEFAULT_SCHEDULER = findDefaultScheduler();

    private JdkThreads() {}

    private static MethodHandle find(String owner, String name, MethodType type) {
        try {
            Class<?> place = Class.forName(owner);
            return MethodHandles.privateLookupIn(place, MethodHandles.lookup()).findStatic(place, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Executor findDefaultScheduler() {
        try {
            return (Executor) find("java.lang.VirtualThread", "defaultScheduler", MethodType.methodType(Executor.class))
                    .invokeExact();
        } catch (Throwable e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A virtual thread, not started, whose continuation the scheduler gets each time it is to run. */
    static Thread newVirtualThread(Executor scheduler, String name, Runnable life) {
        try {
            return (Thread) NEW_VIRTUAL_THREAD.invokeExact(scheduler, name, 0, life);
        } catch (Throwable e) {
            throw new IllegalStateException("no virtual thread with a scheduler of its own", e);
        }
    }

    /** The platform thread beneath the calling thread. */
    static Thread currentCarrier() {
        try {
            return (Thread) CURRENT_CARRIER.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("no carrier", e);
        }
    }

    /** The scheduler of all other virtual threads. */
    static Executor defaultScheduler() {
        return DEFAULT_SCHEDULER;
    }
}
