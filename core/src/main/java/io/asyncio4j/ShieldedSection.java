package io.asyncio4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block of a task that a request to cancel the task does not interrupt for a time: the request is kept, and made again
 * when the block ends or the time is over.
 *
 * <p>Sections nest, and so do the scopes that cancel the task they were entered in: timeouts and groups. The request of a
 * scope passes the sections around the scope; everybody else's passes none. Of the sections that it may not pass the
 * outermost keeps it, for that is the one that ends last.
 *
 * <pre>
 *   section A ┌────────────────────────────────────────────┐
 *             │  timeout T ┌────────────────────────────┐  │     a request of T passes A and is kept by B
 *             │            │  section B ┌────────────┐  │  │     task.cancel() is kept by A
 *             │            │            │  awaits    │  │  │
 * </pre>
 *
 * <p>While it is kept, a request is not in the count of {@link Task#cancelling}: scopes inside the section compare counts,
 * and what they do not see cannot confuse them. It is in the count that the scopes outside compare, for they do so later.
 */
final class ShieldedSection {
    // Fixed.
    private final Task<?> task;
    private final @Nullable ShieldedSection outer;
    private final long deadline;

    // Loop thread only. Invariant: while something is kept, the alarm is set.
    private final List<CancelRequest> kept = new ArrayList<>(0);
    private @Nullable TimerHandle alarm;
    private int cancellingBefore;

    private ShieldedSection(Task<?> task, long deadline) {
        this.task = task;
        this.outer = innermostOf(task);
        this.deadline = deadline;
    }

    static <T extends @Nullable Object> T run(Duration limit, Coroutine<T> body) throws Exception {
        Objects.requireNonNull(limit, "the limit must not be null: nothing is shielded for ever");
        Objects.requireNonNull(body, "a coroutine is required, not null");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("the limit of a shielded section must not be negative: " + limit);
        }
        EventLoop loop = RunningLoop.get();
        if (loop.scheduler.unwinding.isUnderWay()) {
            // nobody cancels any more, and what needs no wait to clean up is to do so
            return body.await();
        }
        Task<?> current = RunningLoop.currentTask("shielded()");
        ShieldedSection section = new ShieldedSection(current, Durations.deadline(loop.time(), limit));
        section.begin();
        try {
            return body.await();
        } finally {
            section.end();
        }
    }

    private void begin() {
        setInnermost(this);
        CancelRequest pending = isOver() ? null : task.withdrawPending();
        cancellingBefore = task.cancelling();
        if (pending != null) {
            task.cancel(pending);
        }
    }

    private void end() {
        setInnermost(outer);
        deliver();
    }

    private void setInnermost(@Nullable ShieldedSection section) {
        Objects.requireNonNull(task.fiber()).setScope(section);
    }

    /** The section the task is in, or null. */
    static @Nullable ShieldedSection innermostOf(Task<?> task) {
        return task.fiber() == null ? null : (ShieldedSection) task.fiber().scope();
    }

    /** The section that is to keep a request to cancel the task, or null if it is to be delivered. */
    static @Nullable ShieldedSection keeperOf(Task<?> task, CancelRequest request) {
        ShieldedSection keeper = null;
        ShieldedSection section = innermostOf(task);
        while (section != null && section != request.within()) {
            if (!section.isOver()) {
                keeper = section;
            }
            section = section.outer;
        }
        return keeper;
    }

    /** The innermost section in which a request of the task's count has come, or null if none has come in a section. */
    static @Nullable ShieldedSection ofLastRequest(Task<?> task) {
        ShieldedSection section = innermostOf(task);
        while (section != null && task.cancelling() <= section.cancellingBefore) {
            section = section.outer;
        }
        return section;
    }

    /** Forgets the newest request that the innermost section keeps of those that keep any. */
    static void takeBackOne(Task<?> task) {
        for (ShieldedSection section = innermostOf(task); section != null; section = section.outer) {
            if (!section.kept.isEmpty()) {
                section.kept.removeLast();
                if (section.kept.isEmpty()) {
                    section.stopAlarm();
                }
                return;
            }
        }
    }

    void keep(CancelRequest request) {
        kept.add(request);
        EventLoop loop = task.getLoop();
        if (alarm == null && !loop.scheduler.unwinding.isUnderWay()) {
            alarm = loop.at(deadline, this::deliver);
        }
    }

    private boolean isOver() {
        return task.getLoop().time() >= deadline;
    }

    /** Makes the requests again: this section is over, or not among the task's any more, and lets them pass. */
    private void deliver() {
        stopAlarm();
        List<CancelRequest> requests = List.copyOf(kept);
        kept.clear();
        for (CancelRequest request : requests) {
            task.cancel(request);
        }
    }

    private void stopAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }
}
