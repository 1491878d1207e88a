package io.asyncio4j.cancellation;

import io.asyncio4j.EventLoop;
import io.asyncio4j.TimerHandle;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A deadline of a source: a timer of the loop that is running here, else a thread that waits. */
abstract sealed class Alarm {
    private Alarm() {}

    /**
     * An alarm whose time runs from now, on a loop, or from {@link #start}.
     *
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    static Alarm in(Duration delay, Consumer<Alarm> expired) {
        EventLoop loop = EventLoop.ofCurrentThread();
        return loop != null && !loop.isClosed()
                ? new OfALoop(loop, delay, expired)
                : new OfAThread(nanoseconds(delay), expired);
    }

    private static long nanoseconds(Duration delay) {
        try {
            return delay.toNanos();
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("a delay of " + delay + " is beyond 292 years", overflow);
        }
    }

    /** From now on it may expire. */
    abstract void start();

    /** From any thread: the time does not matter any more. */
    abstract void callOff();

    private static final class OfALoop extends Alarm {
        private final EventLoop loop;
        private final TimerHandle timer;

        OfALoop(EventLoop loop, Duration delay, Consumer<Alarm> expired) {
            this.loop = loop;
            this.timer = loop.callLater(delay, () -> expired.accept(this));
        }

        @Override
        void start() {
            // the timer cannot run before the step that is running ends
        }

        @Override
        void callOff() {
            LoopThread.run(loop, timer::cancel);
        }
    }

    private static final class OfAThread extends Alarm {
        private final CountDownLatch calledOff = new CountDownLatch(1);
        private final Thread thread;

        OfAThread(long delay, Consumer<Alarm> expired) {
            this.thread = Thread.ofVirtual().name("asyncio4j-cancel-after").unstarted(() -> {
                if (!isCalledOffWithin(delay)) {
                    expired.accept(this);
                }
            });
        }

        private boolean isCalledOffWithin(long nanoseconds) {
            try {
                return calledOff.await(nanoseconds, TimeUnit.NANOSECONDS);
            } catch (InterruptedException impossible) {
                throw new AssertionError("nobody else knows this thread", impossible);
            }
        }

        @Override
        void start() {
            thread.start();
        }

        @Override
        void callOff() {
            calledOff.countDown();
        }
    }
}
