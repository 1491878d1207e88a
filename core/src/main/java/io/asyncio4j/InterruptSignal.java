package io.asyncio4j;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while a runner runs: the first cancels the main task, the second throws {@link KeyboardInterrupt} on the loop and
 * interrupts the thread that is running; the third ends the program as it would without a loop.
 *
 * <p>As in asyncio, only the program's main thread listens. The JDK's one public means is {@code sun.misc.Signal} of the
 * module {@code jdk.unsupported}; where that is missing, or the JVM keeps signals to itself, Ctrl-C ends the program as it
 * would without a loop. It is reached by name, because naming it in code makes the compiler warn in a way that nothing
 * switches off: see adr/0003.
 */
final class InterruptSignal implements AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private final Task<?> task;
    private @Nullable Object handlerBefore;

    private InterruptSignal(Task<?> task) {
        this.task = task;
    }

    static InterruptSignal watch(Task<?> task) {
        InterruptSignal signal = new InterruptSignal(task);
        if (isMainThread(Thread.currentThread())) {
            signal.handlerBefore = Signals.handleBy(signal::received);
        }
        return signal;
    }

    /** The JVM starts the program on a platform thread of this name; there is no better mark. */
    private static boolean isMainThread(Thread thread) {
        return !thread.isVirtual() && thread.getName().equals("main");
    }

    /** How often Ctrl-C came. */
    int count() {
        return count.get();
    }

    private void received() {
        EventLoop loop = task.getLoop();
        if (count.incrementAndGet() == 1 && !task.done()) {
            loop.callSoonThreadsafe(task::cancel);
            return;
        }
        loop.callSoonThreadsafe(() -> {
            throw new KeyboardInterrupt();
        });
        loop.scheduler.interruptHolder();
        // what computes without end hears of neither: the next Ctrl-C ends the program
        close();
    }

    @Override
    public void close() {
        if (handlerBefore != null) {
            Signals.install(handlerBefore);
        }
    }

    /** {@code sun.misc.Signal}, by name. */
    private static final class Signals {
        private static final String HANDLER = "sun.misc.SignalHandler";
        private static final String SIGNAL = "sun.misc.Signal";

        private Signals() {}

        /** Lets the action handle the signal; returns the handler before, or null where there are no signals. */
        static @Nullable Object handleBy(Runnable action) {
            try {
                Class<?> type = Class.forName(HANDLER);
                Object handler = Proxy.newProxyInstance(
                        InterruptSignal.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                action.run();
                            }
                            return null;
                        });
                return install(handler);
            } catch (ClassNotFoundException missing) {
                return null;
            }
        }

        static @Nullable Object install(Object handler) {
            try {
                Class<?> type = Class.forName(SIGNAL);
                Object signal = type.getConstructor(String.class).newInstance("INT");
                return type.getMethod("handle", type, Class.forName(HANDLER)).invoke(null, signal, handler);
            } catch (InvocationTargetException refused) {
                // the JVM was told to leave signals alone
                return null;
            } catch (ReflectiveOperationException missing) {
                return null;
            }
        }
    }
}
