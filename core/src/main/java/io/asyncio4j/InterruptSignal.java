package io.asyncio4j;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C while a runner runs: the first cancels the main task, the second throws {@link KeyboardInterrupt} on the loop and
 * interrupts the thread that is running; the third ends the program as it would without a loop.
 *
 * <p>As in asyncio, only the program's main thread listens. The JDK's one means is {@code sun.misc.Signal} of the exported
 * module {@code jdk.unsupported}, see adr/0003; where that is missing, or the JVM keeps signals to itself, Ctrl-C ends the
 * program as it would without a loop.
 */
final class InterruptSignal implements AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private final Task<?> task;
    private @Nullable Handling handling;

    private InterruptSignal(Task<?> task) {
        this.task = task;
    }

    static InterruptSignal watch(Task<?> task) {
        InterruptSignal signal = new InterruptSignal(task);
        if (isMainThread(Thread.currentThread())) {
            signal.handling = signal.handle();
        }
        return signal;
    }

    /** The JVM starts the program on a platform thread of this name; there is no better mark. */
    private static boolean isMainThread(Thread thread) {
        return !thread.isVirtual() && thread.getName().equals("main");
    }

    private @Nullable Handling handle() {
        try {
            return new Handling(this);
        } catch (IllegalArgumentException | NoClassDefFoundError unavailable) {
            return null;
        }
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
            throw KeyboardInterrupt.of(null);
        });
        loop.scheduler.interruptHolder();
        // what computes without end hears of neither: the next Ctrl-C ends the program
        close();
    }

    @Override
    public void close() {
        if (handling != null) {
            handling.end();
        }
    }

    /** The process's handler of Ctrl-C, and the one that was there before. */
    private static final class Handling implements SignalHandler {
        private final Signal interrupt = new Signal("INT");
        private final InterruptSignal listener;
        private final SignalHandler before;

        /** Throws an IllegalArgumentException where the JVM keeps the signal to itself. */
        Handling(InterruptSignal listener) {
            this.listener = listener;
            before = Signal.handle(interrupt, this);
        }

        @Override
        public void handle(Signal signal) {
            listener.received();
        }

        void end() {
            var _ = Signal.handle(interrupt, before);
        }
    }
}
