package io.asyncio4j;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Asyncio#wait} returns. Both sets are in the order in which the futures were given.
 *
 * @param <F> the futures
 * @param done those that are done
 * @param pending the others
 */
public record Wait<F extends Future<?>>(Set<F> done, Set<F> pending) {

    static <F extends Future<?>> Wait<F> of(Collection<F> futures, @Nullable Duration timeout, ReturnWhen returnWhen) {
        Objects.requireNonNull(returnWhen, "returnWhen");
        Objects.requireNonNull(futures, "wait() needs a collection of futures, not null");
        Set<F> different = new LinkedHashSet<>();
        for (F future : futures) {
            different.add(Objects.requireNonNull(future, "wait() was given null among its futures"));
        }
        if (different.isEmpty()) {
            throw new IllegalArgumentException("Set of Tasks/Futures is empty: wait() needs at least one");
        }
        new Condition(RunningLoop.currentTask("wait()"), different.size(), returnWhen).await(different, timeout);
        Set<F> done = new LinkedHashSet<>();
        Set<F> pending = new LinkedHashSet<>();
        for (F future : different) {
            (future.done() ? done : pending).add(future);
        }
        return new Wait<>(Collections.unmodifiableSet(done), Collections.unmodifiableSet(pending));
    }

    /** Counts completions until the wait is over. */
    private static final class Condition implements Consumer<Future<?>> {
        private final Task<?> task;
        private final ReturnWhen returnWhen;
        private final Future<@Nullable Void> waiter;
        private int left;
        private @Nullable TimerHandle alarm;

        Condition(Task<?> task, int left, ReturnWhen returnWhen) {
            this.task = task;
            this.left = left;
            this.returnWhen = returnWhen;
            this.waiter = task.getLoop().createFuture();
        }

        void await(Set<? extends Future<?>> futures, @Nullable Duration timeout) {
            EventLoop loop = task.getLoop();
            if (timeout != null) {
                alarm = loop.releaseAt(Durations.deadline(loop.time(), timeout), waiter);
            }
            for (Future<?> future : futures) {
                future.onDone(this);
            }
            try {
                task.awaitFuture(waiter);
            } finally {
                cancelAlarm();
                for (Future<?> future : futures) {
                    future.removeDoneCallback(this);
                }
            }
        }

        @Override
        public void accept(Future<?> future) {
            left--;
            boolean over = switch (returnWhen) {
                case FIRST_COMPLETED -> true;
                case FIRST_EXCEPTION -> left <= 0 || failed(future);
                case ALL_COMPLETED -> left <= 0;
            };
            if (over) {
                cancelAlarm();
                Waiting.release(waiter);
            }
        }

        private static boolean failed(Future<?> future) {
            return !future.cancelled() && future.exception() != null;
        }

        private void cancelAlarm() {
            if (alarm != null) {
                alarm.cancel();
            }
        }
    }
}
