package io.asyncio4j.behaviours.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.waitFor;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.locks.Condition;
import io.asyncio4j.locks.Lock;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class ConditionTest {
    private final Condition condition = new Condition();
    private final List<String> order = new ArrayList<>();

    private Task<?> waiter(String name) {
        return createTask(() -> condition.with(() -> {
            condition.await();
            order.add(name);
        }));
    }

    @Test
    void newConditionIsShownUnlocked() {
        assertThat(condition).hasToString("<Condition [unlocked]>");
    }

    @Test
    void acquiredConditionIsShownLocked() {
        condition.acquire();
        assertThat(condition).hasToString("<Condition [locked]>");
    }

    @Test
    void waitersAreShownByNumber() throws Exception {
        run(() -> {
            waiter("first");
            waiter("second");
            sleep(ZERO);
            assertThat(condition).hasToString("<Condition [unlocked, waiters:2]>");
            condition.with(() -> {
                assertThat(condition).hasToString("<Condition [locked, waiters:2]>");
            });
        });
    }

    @Test
    void waitingWithoutTheLockIsRefused() throws Exception {
        run(() -> assertThatIllegalStateException()
                .isThrownBy(condition::await)
                .withMessage("cannot wait for a signal without the lock: acquire it first"));
    }

    @Test
    void signallingWithoutTheLockIsRefused() {
        String message = "cannot signal without the lock: acquire it first";
        assertThatIllegalStateException().isThrownBy(condition::signal).withMessage(message);
        assertThatIllegalStateException().isThrownBy(() -> condition.signal(0)).withMessage(message);
        assertThatIllegalStateException().isThrownBy(condition::signalAll).withMessage(message);
    }

    @Test
    void releasingWithoutTheLockIsRefused() {
        assertThatIllegalStateException().isThrownBy(condition::release);
    }

    @Test
    void nullLockIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> new Condition(null)).withMessage("lock");
    }

    @Test
    void conditionLocksTheLockItWasGiven() throws Exception {
        var lock = new Lock();
        var onLock = new Condition(lock);
        run(() -> onLock.with(() -> assertThat(lock.locked()).isTrue()));
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void twoConditionsOnOneLockHaveTheirOwnWaiters() throws Exception {
        var lock = new Lock();
        var first = new Condition(lock);
        var second = new Condition(lock);
        run(() -> {
            Task<?> onFirst = createTask(() -> first.with(() -> first.await()));
            Task<?> onSecond = createTask(() -> second.with(() -> second.await()));
            sleep(ZERO);
            second.with(() -> first.signalAll());
            onFirst.await();
            assertThat(onSecond.done()).isFalse();
        });
    }

    @Test
    void awaitReturnsTrueAndHoldsTheLock() throws Exception {
        run(() -> {
            Task<String> waiter = createTask(() -> condition.with(() -> condition.await() + " " + condition.locked()));
            sleep(ZERO);
            condition.with(() -> condition.signal());
            assertThat(waiter.await()).isEqualTo("true true");
        });
    }

    @Test
    void signalWakesTheFirstInLineOnly() throws Exception {
        run(() -> {
            waiter("first");
            waiter("second");
            sleep(ZERO);
            condition.with(() -> condition.signal());
            sleep(ZERO);
        });
        assertThat(order).containsExactly("first");
    }

    @Test
    void signalWakesAsManyAsAskedForInTheOrderInWhichTheyCame() throws Exception {
        run(() -> {
            waiter("first");
            waiter("second");
            waiter("third");
            sleep(ZERO);
            condition.with(() -> condition.signal(2));
            sleep(ofSeconds(1));
        });
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void signalOfNoneWakesNobody() throws Exception {
        run(() -> {
            waiter("first");
            sleep(ZERO);
            condition.with(() -> condition.signal(0));
            condition.with(() -> condition.signal(-1));
            sleep(ofSeconds(1));
        });
        assertThat(order).isEmpty();
    }

    @Test
    void signalAllWakesAll() throws Exception {
        run(() -> {
            waiter("first");
            waiter("second");
            sleep(ZERO);
            condition.with(() -> condition.signalAll());
            sleep(ofSeconds(1));
        });
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void wokenWaiterGoesOnOnlyWhenTheLockIsReleased() throws Exception {
        run(() -> {
            Task<?> waiter = waiter("woken");
            sleep(ZERO);
            condition.acquire();
            condition.signal();
            sleep(ofSeconds(1));
            assertThat(order).isEmpty();
            condition.release();
            waiter.await();
        });
        assertThat(order).containsExactly("woken");
    }

    @Test
    void predicateThatHoldsAtOnceNeedsNeitherLockNorLoop() {
        assertThat(condition.awaitFor(() -> true)).isTrue();
    }

    @Test
    void predicateThatDoesNotHoldNeedsTheLock() throws Exception {
        run(() -> assertThatIllegalStateException().isThrownBy(() -> condition.awaitFor(() -> false)));
    }

    @Test
    void predicateIsAskedAgainAfterEachSignal() throws Exception {
        var stock = new int[] {0};
        run(() -> {
            Task<?> waiter = createTask(() -> condition.with(() -> condition.awaitFor(() -> {
                order.add("stock " + stock[0]);
                return stock[0] == 2;
            })));
            sleep(ZERO);
            for (int count = 0; count < 2; count++) {
                condition.with(() -> {
                    stock[0]++;
                    condition.signal();
                });
                sleep(ZERO);
            }
            waiter.await();
        });
        assertThat(order).containsExactly("stock 0", "stock 1", "stock 2");
    }

    @Test
    void cancelledWaiterHoldsTheLockWhenTheErrorComes() throws Exception {
        run(() -> {
            Task<?> waiter = createTask(() -> {
                condition.acquire();
                try {
                    condition.await();
                } catch (CancelledError cancelled) {
                    order.add(cancelled.getMessage() + " " + condition);
                    throw cancelled;
                }
            });
            sleep(ZERO);
            waiter.cancel("enough");
            sleep(ZERO);
        });
        assertThat(order).containsExactly("enough <Condition [locked]>");
    }

    @Test
    void cancellationWhileTakingTheLockAgainKeepsItsMessage() throws Exception {
        run(() -> {
            Task<?> waiter = waiter("woken");
            sleep(ZERO);
            condition.acquire();
            condition.signal();
            sleep(ZERO);
            waiter.cancel("too late");
            condition.release();
            assertThatThrownBy(waiter::await).isInstanceOf(CancelledError.class).hasMessage("too late");
        });
        assertThat(condition.locked()).isFalse();
    }

    @Test
    void lastOfSeveralCancellationsIsTheOneThrown() throws Exception {
        run(() -> {
            Task<?> waiter = waiter("cancelled");
            sleep(ZERO);
            condition.acquire();
            waiter.cancel("first");
            sleep(ZERO);
            waiter.cancel("second");
            sleep(ZERO);
            assertThat(waiter.done()).isFalse();
            condition.release();
            assertThatThrownBy(waiter::await).isInstanceOf(CancelledError.class).hasMessage("second");
        });
    }

    @Test
    void signalOfWaiterCancelledAtTheSameTimeReachesTheNext() throws Exception {
        run(() -> {
            Task<?> cancelled = waiter("cancelled");
            Task<?> next = waiter("next");
            sleep(ZERO);
            condition.with(() -> condition.signal());
            cancelled.cancel();
            next.await();
        });
        assertThat(order).containsExactly("next");
    }

    @Test
    void signalOfWaiterCancelledWhileTakingTheLockAgainReachesTheNext() throws Exception {
        run(() -> {
            Task<?> cancelled = waiter("cancelled");
            Task<?> next = waiter("next");
            sleep(ZERO);
            condition.with(() -> {
                condition.signal();
                sleep(ZERO);
                cancelled.cancel();
            });
            next.await();
        });
        assertThat(order).containsExactly("next");
    }

    @Test
    void timeoutInsideTheBlockLeavesTheLockHeldAndThenReleased() throws Exception {
        run(() -> condition.with(() -> {
            assertThatThrownBy(() -> waitFor(() -> condition.await(), ofSeconds(1)))
                    .isInstanceOf(TimeoutException.class);
            assertThat(condition.locked()).isTrue();
        }));
        assertThat(condition.locked()).isFalse();
    }

    @Test
    void withReturnsTheResultOfTheBody() throws Exception {
        assertThat(run(() -> condition.with(() -> 7))).isEqualTo(7);
    }
}
