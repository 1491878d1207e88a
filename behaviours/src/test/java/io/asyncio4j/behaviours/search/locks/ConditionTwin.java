package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.shield;

import io.asyncio4j.CancelledError;
import io.asyncio4j.behaviours.search.workers.TwinLine;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A condition as asyncio's, but for its defect. */
final class ConditionTwin implements ConditionLike {

    /** What is wrong with the condition. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who is cancelled when it was just signalled wakes nobody else, as in CPython before 3.13 (gh-112202). */
        CANCELLED_KEEPS_THE_SIGNAL,
        /** Who is cancelled while it waits for the lock again gives that up, as once in CPython (bpo-22970). */
        LEAVES_WITHOUT_THE_LOCK,
        /** The same, but only for who is cancelled when the lock was just given to it. */
        LEAVES_A_FREE_LOCK,
        /** Who is cancelled while it takes the lock again is not told, as once in CPython (bpo-32841). */
        SWALLOWS_THE_CANCELLATION,
        /** Takes the lock again in a task, which gets it even if nobody waits for that any more. */
        TAKES_THE_LOCK_IN_A_TASK,
        /** Who is cancelled when the lock was just given to it locks it all the same. */
        HAS_A_BROKEN_LOCK,
        /** Does not ask again after a signal whether what is awaited holds. */
        ASKS_ONCE
    }

    private final Defect defect;
    private final TwinLine line = new TwinLine();
    private final LockLike lock;

    ConditionTwin(Defect defect) {
        this.defect = defect;
        this.lock = defect == Defect.HAS_A_BROKEN_LOCK
                ? new LockTwin(LockTwin.Defect.CANCELLED_KEEPS_THE_LOCK)
                : LockLike.real();
    }

    @Override
    public boolean acquire() {
        return lock.acquire();
    }

    @Override
    public void release() {
        lock.release();
    }

    @Override
    public boolean locked() {
        return lock.locked();
    }

    @Override
    public void await() {
        release();
        try {
            try {
                line.await(line.join());
            } finally {
                acquireAgain();
            }
        } catch (CancelledError cancelled) {
            if (defect != Defect.CANCELLED_KEEPS_THE_SIGNAL) {
                line.wakeNext();
            }
            throw cancelled;
        }
    }

    private void acquireAgain() {
        if (defect == Defect.TAKES_THE_LOCK_IN_A_TASK) {
            acquireInATask();
            return;
        }
        CancelledError latest = null;
        while (true) {
            try {
                acquire();
                break;
            } catch (CancelledError cancelled) {
                if (defect == (locked() ? Defect.LEAVES_WITHOUT_THE_LOCK : Defect.LEAVES_A_FREE_LOCK)) {
                    throw cancelled;
                }
                latest = cancelled;
            }
        }
        throwUnlessSwallowed(latest);
    }

    private void throwUnlessSwallowed(@Nullable CancelledError latest) {
        if (latest != null && defect != Defect.SWALLOWS_THE_CANCELLATION) {
            throw latest;
        }
    }

    private void acquireInATask() {
        try {
            shield(createTask(lock::acquire)).await();
        } catch (RuntimeException | Error stopped) {
            throw stopped;
        } catch (Exception impossible) {
            throw new AssertionError("acquire() throws no checked exception", impossible);
        }
    }

    @Override
    public void awaitFor(BooleanSupplier predicate) {
        if (defect == Defect.ASKS_ONCE) {
            if (!predicate.getAsBoolean()) {
                await();
            }
            return;
        }
        while (!predicate.getAsBoolean()) {
            await();
        }
    }

    @Override
    public void signal() {
        line.wakeNext();
    }
}
