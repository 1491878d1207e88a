package io.asyncio4j.behaviours.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.locks.Barrier;
import io.asyncio4j.locks.Condition;
import io.asyncio4j.locks.Event;
import io.asyncio4j.locks.Lock;
import io.asyncio4j.locks.Semaphore;
import io.asyncio4j.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

/** A primitive belongs to the loop in which a task first had to wait for it. */
@VirtualTime(detectDeadlock = true)
class LoopBindingTest {
    /** Waits in a loop of its own, in vain, and is cancelled. */
    private static void waitInOneLoop(VoidCoroutine waiting) throws Exception {
        run(() -> {
            Task<?> waiter = createTask(waiting);
            sleep(ZERO);
            waiter.cancel();
            sleep(ZERO);
        });
    }

    private static void assertRefusedInAnother(VoidCoroutine waiting, String who) throws Exception {
        run(() -> assertThatIllegalStateException()
                .isThrownBy(waiting::run)
                .withMessage(who + " is bound to a different event loop: a task of that one waited for it before"));
    }

    @Test
    void lockIsBound() throws Exception {
        var lock = new Lock();
        lock.acquire();
        waitInOneLoop(lock::acquire);
        assertRefusedInAnother(lock::acquire, "<Lock [locked]>");
    }

    @Test
    void eventIsBound() throws Exception {
        var event = new Event();
        waitInOneLoop(event::await);
        assertRefusedInAnother(event::await, "<Event [unset]>");
    }

    @Test
    void semaphoreIsBound() throws Exception {
        var semaphore = new Semaphore(0);
        waitInOneLoop(semaphore::acquire);
        assertRefusedInAnother(semaphore::acquire, "<Semaphore [locked]>");
    }

    @Test
    void conditionIsBoundAndStaysLockedWhenItRefuses() throws Exception {
        var condition = new Condition();
        condition.acquire();
        waitInOneLoop(condition::await);
        assertRefusedInAnother(condition::await, "<Condition [locked]>");
        assertThat(condition.locked()).isTrue();
    }

    @Test
    void barrierIsBoundThroughItsCondition() throws Exception {
        var barrier = new Barrier(2);
        waitInOneLoop(barrier::await);
        assertRefusedInAnother(barrier::await, "<Condition [locked]>");
        assertThat(barrier.waiting()).isZero();
    }

    @Test
    void lockNobodyHadToWaitForServesAnyLoop() throws Exception {
        var lock = new Lock();
        run(() -> lock.with(() -> sleep(ZERO)));
        run(() -> lock.with(() -> sleep(ZERO)));
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void boundLockIsTakenInAnotherLoopWhileNobodyHasToWait() throws Exception {
        var lock = new Lock();
        lock.acquire();
        waitInOneLoop(lock::acquire);
        lock.release();
        run(() -> lock.with(() -> sleep(ZERO)));
        assertThat(lock.locked()).isFalse();
    }
}
