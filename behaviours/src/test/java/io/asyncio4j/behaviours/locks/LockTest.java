package io.asyncio4j.behaviours.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.locks.Lock;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class LockTest {
    private final Lock lock = new Lock();
    private final List<String> order = new ArrayList<>();

    private Task<?> acquirer(String name) {
        return createTask(() -> {
            lock.acquire();
            order.add(name);
        });
    }

    @Test
    void newLockIsShownUnlocked() {
        assertThat(lock).hasToString("<Lock [unlocked]>");
    }

    @Test
    void acquiredLockIsShownLocked() throws Exception {
        run(lock::acquire);
        assertThat(lock).hasToString("<Lock [locked]>");
    }

    @Test
    void waitersAreShownByNumber() throws Exception {
        run(() -> {
            lock.acquire();
            acquirer("first");
            acquirer("second");
            sleep(ZERO);
            assertThat(lock).hasToString("<Lock [locked, waiters:2]>");
        });
    }

    @Test
    void releasedLockIsUnlockedUntilTheWokenWaiterRuns() throws Exception {
        run(() -> {
            lock.acquire();
            acquirer("first");
            sleep(ZERO);
            lock.release();
            assertThat(lock).hasToString("<Lock [unlocked, waiters:1]>");
            sleep(ZERO);
            assertThat(lock).hasToString("<Lock [locked]>");
        });
    }

    @Test
    void acquireReturnsTrue() throws Exception {
        assertThat(run(() -> lock.acquire())).isTrue();
    }

    @Test
    void freeLockIsTakenWithoutLoop() {
        assertThat(lock.acquire()).isTrue();
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void waitingWithoutLoopIsRefused() {
        lock.acquire();
        assertThatIllegalStateException().isThrownBy(lock::acquire);
        assertThat(lock).hasToString("<Lock [locked]>");
    }

    @Test
    void waitingInCallbackIsRefusedAndLeavesNobodyInLine() throws Exception {
        run(() -> {
            lock.acquire();
            getRunningLoop().callSoon(() -> {
                try {
                    lock.acquire();
                } catch (IllegalStateException refused) {
                    order.add("refused");
                }
            });
            sleep(ZERO);
            assertThat(order).containsExactly("refused");
            assertThat(lock).hasToString("<Lock [locked]>");
        });
    }

    @Test
    void releasingWhatIsNotLockedIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(lock::release)
                .withMessage("the lock is not acquired: release it once for each acquire");
    }

    @Test
    void callbackMayRelease() throws Exception {
        run(() -> {
            lock.acquire();
            getRunningLoop().callSoon(lock::release);
            lock.acquire();
        });
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void waitersGetTheLockInTheOrderInWhichTheyCame() throws Exception {
        run(() -> {
            lock.acquire();
            acquirer("first");
            acquirer("second");
            sleep(ZERO);
            lock.release();
            sleep(ZERO);
            assertThat(order).containsExactly("first");
            lock.release();
            sleep(ZERO);
        });
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void newcomerDoesNotOvertakeTheWokenWaiter() throws Exception {
        run(() -> {
            lock.acquire();
            acquirer("woken");
            sleep(ZERO);
            Task<?> newcomer = acquirer("newcomer");
            lock.release();
            sleep(ZERO);
            lock.release();
            newcomer.await();
        });
        assertThat(order).containsExactly("woken", "newcomer");
    }

    @Test
    void newcomerTakesFreeLockWhereAllWaitersAreCancelled() throws Exception {
        run(() -> {
            lock.acquire();
            Task<?> waiter = acquirer("cancelled");
            sleep(ZERO);
            waiter.cancel();
            lock.release();
            assertThat(lock).hasToString("<Lock [unlocked, waiters:1]>");
            lock.acquire();
            assertThat(lock).hasToString("<Lock [locked, waiters:1]>");
        });
    }

    @Test
    void cancelledWaiterLeavesTheLine() throws Exception {
        run(() -> {
            lock.acquire();
            Task<?> waiter = acquirer("cancelled");
            sleep(ZERO);
            waiter.cancel();
            sleep(ZERO);
            assertThat(waiter.cancelled()).isTrue();
            assertThat(lock).hasToString("<Lock [locked]>");
        });
    }

    @Test
    void waiterCancelledAfterItWasWokenGivesTheLockToTheNext() throws Exception {
        run(() -> {
            lock.acquire();
            Task<?> cancelled = acquirer("cancelled");
            Task<?> next = acquirer("next");
            sleep(ZERO);
            lock.release();
            cancelled.cancel();
            next.await();
        });
        assertThat(order).containsExactly("next");
    }

    @Test
    void releaseBesideCancelledHeadReachesTheNext() throws Exception {
        run(() -> {
            lock.acquire();
            Task<?> cancelled = acquirer("cancelled");
            Task<?> next = acquirer("next");
            sleep(ZERO);
            cancelled.cancel();
            lock.release();
            next.await();
        });
        assertThat(order).containsExactly("next");
    }

    @Test
    void waitersCancelledAmidTheLineLeaveTheOrderOfTheOthers() throws Exception {
        run(() -> {
            lock.acquire();
            List<Task<?>> waiters = new ArrayList<>();
            for (int index = 0; index < 6; index++) {
                waiters.add(acquirer("waiter " + index));
            }
            sleep(ZERO);
            for (int index : new int[] {0, 2, 3, 5}) {
                waiters.get(index).cancel();
            }
            sleep(ZERO);
            lock.release();
            sleep(ZERO);
            lock.release();
            sleep(ZERO);
        });
        assertThat(order).containsExactly("waiter 1", "waiter 4");
    }

    @Test
    void withReturnsTheResultOfTheBody() throws Exception {
        assertThat(run(() -> lock.with(() -> "result"))).isEqualTo("result");
    }

    @Test
    void withPassesNullThrough() throws Exception {
        assertThat(run(() -> lock.with((Coroutine<String>) () -> null))).isNull();
    }

    @Test
    void withHoldsTheLockDuringTheBodyAndNotAfter() throws Exception {
        run(() -> {
            lock.with(() -> {
                order.add("inside " + lock);
            });
            order.add("after " + lock);
        });
        assertThat(order).containsExactly("inside <Lock [locked]>", "after <Lock [unlocked]>");
    }

    @Test
    void withReleasesWhenTheBodyFailsAndPassesTheFailureOn() throws Exception {
        var failure = new IOException("disk");
        assertThatThrownBy(() -> run(() -> lock.with(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void withReleasesWhenTheBodyIsCancelled() throws Exception {
        run(() -> {
            Task<?> task = createTask(
                    () -> lock.with(() -> getRunningLoop().createFuture().await()));
            sleep(ZERO);
            assertThat(lock.locked()).isTrue();
            task.cancel();
            sleep(ZERO);
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void withDoesNotRunTheBodyWhenCancelledWhileWaiting() throws Exception {
        run(() -> {
            lock.acquire();
            Task<?> task = createTask(() -> lock.with(() -> {
                order.add("body");
            }));
            sleep(ZERO);
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(lock.locked()).isTrue();
        });
        assertThat(order).isEmpty();
    }

    @Test
    void nullBodyIsRefusedBeforeTheLockIsTaken() throws Exception {
        run(() -> {
            lock.acquire();
            assertThatNullPointerException().isThrownBy(() -> lock.with((Coroutine<String>) null));
            assertThatNullPointerException().isThrownBy(() -> lock.with((VoidCoroutine) null));
        });
        assertThat(lock.locked()).isTrue();
    }
}
