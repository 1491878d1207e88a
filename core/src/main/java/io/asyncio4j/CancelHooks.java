package io.asyncio4j;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of one loop that end cancelled work, see {@link OnCancel#call}. Each has a thread of its own: those of the
 * work's executor may all be taken by the very work that the hooks are to end.
 */
final class CancelHooks {
    // Fixed.
    private final EventLoop loop;

    // Loop thread only.
    private @Nullable ExecutorService threads;

    CancelHooks(EventLoop loop) {
        this.loop = loop;
    }

    /** Calls the hook, on another thread, if the work is still running there. The work's text says what it is. */
    void call(VoidCallable hook, Object work, BooleanSupplier isRunning) {
        ExecutorService on = threads;
        if (on == null) {
            on = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("asyncio4j-cancel-hook-", 0).factory());
            threads = on;
        }
        Call call = new Call(hook, work, isRunning);
        loop.poller.workBegan(call);
        on.execute(call);
    }

    /** The threads of the hooks that are running; hooks that are called later get others. Null if there are none. */
    @Nullable
    ExecutorService takeThreads() {
        ExecutorService taken = threads;
        threads = null;
        return taken;
    }

    /** One call of a hook, and its way back to the loop. */
    private final class Call implements Runnable {
        private final VoidCallable hook;
        private final Object work;
        private final BooleanSupplier isRunning;

        Call(VoidCallable hook, Object work, BooleanSupplier isRunning) {
            this.hook = hook;
            this.work = work;
            this.isRunning = isRunning;
        }

        @Override
        public void run() {
            Throwable failure = null;
            try {
                if (isRunning.getAsBoolean()) {
                    hook.run();
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
            End end = new End(loop, this, failure);
            if (loop.isClosed()) {
                end.loopClosed();
            } else {
                loop.scheduler.makeReadyFromAnywhere(new Handle(loop, null, end));
            }
        }

        @Override
        public String toString() {
            return "the hook " + Representation.of(hook) + " of " + work;
        }
    }

    /** The news that a call has ended, for the loop. */
    private record End(EventLoop loop, Call call, @Nullable Throwable failure) implements Runnable, LeftBehind {
        @Override
        public void run() {
            loop.poller.workEnded(call);
            loopClosed();
        }

        @Override
        public void loopClosed() {
            if (failure != null) {
                loop.callExceptionHandler(new ExceptionContext(call + " failed", failure));
            }
        }
    }
}
