package io.asyncio4j;

import io.asyncio4j.context.Context;
import org.jspecify.annotations.Nullable;

/** A callback the loop will call at a time. Returned by {@link EventLoop#callLater} and {@link EventLoop#callAt}. */
public final class TimerHandle extends Handle {
    // Fixed. Equal deadlines run in the order of their sequence numbers.
    private final long when;
    final long sequence;

    // Loop thread only.
    boolean scheduled;

    /** The callback is a {@link Runnable}, or whose time is then over: the future of a sleep, or a timeout. */
    TimerHandle(EventLoop loop, @Nullable Context context, Object callback, long when, long sequence) {
        super(loop, context, callback);
        this.when = when;
        this.sequence = sequence;
    }

    /**
     * When the callback is due.
     *
     * @return nanoseconds of the loop's clock
     */
    public long when() {
        return when;
    }

    @Override
    public void cancel() {
        loop.checkThread();
        if (!cancelled() && scheduled) {
            loop.scheduler.timers().noteCancelled();
        }
        super.cancel();
    }

    @Override
    void call(Object body) {
        if (body instanceof Future<?> sleep) {
            Waiting.release(sleep);
        } else if (body instanceof Timeout timeout) {
            timeout.expire();
        } else {
            super.call(body);
        }
    }

    @Override
    String details() {
        return " when=" + when;
    }
}
