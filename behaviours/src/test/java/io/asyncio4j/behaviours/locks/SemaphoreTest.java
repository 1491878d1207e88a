package io.asyncio4j.behaviours.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.locks.BoundedSemaphore;
import io.asyncio4j.locks.Semaphore;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class SemaphoreTest {
    private final List<String> order = new ArrayList<>();

    private Task<?> acquirer(Semaphore semaphore, String name) {
        return createTask(() -> {
            semaphore.acquire();
            order.add(name);
        });
    }

    @Test
    void freeSemaphoreIsShownWithItsValue() {
        assertThat(new Semaphore()).hasToString("<Semaphore [unlocked, value:1]>");
        assertThat(new Semaphore(3)).hasToString("<Semaphore [unlocked, value:3]>");
    }

    @Test
    void boundedSemaphoreIsShownByItsName() {
        assertThat(new BoundedSemaphore()).hasToString("<BoundedSemaphore [unlocked, value:1]>");
    }

    @Test
    void semaphoreWithoutPermitsIsShownLocked() {
        assertThat(new Semaphore(0)).hasToString("<Semaphore [locked]>");
    }

    @Test
    void waitersAreShownByNumber() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            acquirer(semaphore, "first");
            acquirer(semaphore, "second");
            sleep(ZERO);
            assertThat(semaphore).hasToString("<Semaphore [locked, waiters:2]>");
        });
    }

    @Test
    void semaphoreStaysLockedWhileWokenWaiterHasNotRun() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            acquirer(semaphore, "woken");
            sleep(ZERO);
            semaphore.release();
            semaphore.release();
            assertThat(semaphore).hasToString("<Semaphore [locked, waiters:1]>");
            sleep(ZERO);
            assertThat(semaphore).hasToString("<Semaphore [unlocked, value:1]>");
        });
    }

    @Test
    void negativeValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Semaphore(-1))
                .withMessage("the initial value of a semaphore must be >= 0, not -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundedSemaphore(-1));
    }

    @Test
    void acquireReturnsTrueWithAndWithoutWaiting() throws Exception {
        var semaphore = new Semaphore();
        run(() -> {
            assertThat(semaphore.acquire()).isTrue();
            getRunningLoop().callSoon(semaphore::release);
            assertThat(semaphore.acquire()).isTrue();
        });
    }

    @Test
    void releaseWithoutAcquireAddsPermit() {
        var semaphore = new Semaphore(1);
        semaphore.release();
        assertThat(semaphore).hasToString("<Semaphore [unlocked, value:2]>");
    }

    @Test
    void boundedSemaphoreRefusesReleaseWithoutAcquire() {
        var semaphore = new BoundedSemaphore(2);
        assertThatIllegalArgumentException()
                .isThrownBy(semaphore::release)
                .withMessage("<BoundedSemaphore [unlocked, value:2]> is released too often:"
                        + " all 2 permits are there; release once for each acquire");
        assertThat(semaphore).hasToString("<BoundedSemaphore [unlocked, value:2]>");
    }

    @Test
    void boundedSemaphoreTakesBackWhatWasAcquired() {
        var semaphore = new BoundedSemaphore();
        semaphore.acquire();
        semaphore.release();
        assertThat(semaphore.locked()).isFalse();
    }

    @Test
    void permitsAreGivenInTheOrderInWhichTheWaitersCame() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            acquirer(semaphore, "first");
            acquirer(semaphore, "second");
            acquirer(semaphore, "third");
            sleep(ZERO);
            semaphore.release();
            semaphore.release();
            sleep(ZERO);
        });
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void newcomerWaitsBehindWokenWaitersEvenWithPermitsLeft() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            acquirer(semaphore, "first");
            acquirer(semaphore, "second");
            sleep(ZERO);
            for (int count = 0; count < 3; count++) {
                semaphore.release();
            }
            semaphore.acquire();
            order.add("newcomer");
        });
        assertThat(order).containsExactly("first", "second", "newcomer");
    }

    @Test
    void cancelledWaitersAreSkipped() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            Task<?> cancelled = acquirer(semaphore, "cancelled");
            Task<?> next = acquirer(semaphore, "next");
            sleep(ZERO);
            cancelled.cancel();
            semaphore.release();
            next.await();
        });
        assertThat(order).containsExactly("next");
    }

    @Test
    void waiterCancelledAfterItWasWokenGivesItsPermitToTheNext() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            Task<?> cancelled = acquirer(semaphore, "cancelled");
            Task<?> next = acquirer(semaphore, "next");
            sleep(ZERO);
            semaphore.release();
            cancelled.cancel();
            next.await();
        });
        assertThat(order).containsExactly("next");
    }

    @Test
    void permitOfTheOnlyWaiterCancelledAfterItWasWokenIsFreeAgain() throws Exception {
        var semaphore = new Semaphore(0);
        run(() -> {
            Task<?> cancelled = acquirer(semaphore, "cancelled");
            sleep(ZERO);
            semaphore.release();
            cancelled.cancel();
            sleep(ZERO);
        });
        assertThat(semaphore).hasToString("<Semaphore [unlocked, value:1]>");
    }

    @Test
    void withReturnsTheResultOfTheBodyAndGivesThePermitBack() throws Exception {
        var semaphore = new Semaphore();
        assertThat(run(() -> semaphore.with(() -> "inside " + semaphore))).isEqualTo("inside <Semaphore [locked]>");
        assertThat(semaphore.locked()).isFalse();
    }

    @Test
    void withGivesThePermitBackWhenTheBodyFails() {
        var semaphore = new Semaphore();
        var failure = new IOException("disk");
        assertThatThrownBy(() -> run(() -> semaphore.with(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(semaphore.locked()).isFalse();
    }

    @Test
    void withKeepsBoundedSemaphoreAtItsBound() throws Exception {
        var semaphore = new BoundedSemaphore(2);
        run(() -> semaphore.with(() -> sleep(ZERO)));
        assertThat(semaphore).hasToString("<BoundedSemaphore [unlocked, value:2]>");
    }

    @Test
    void nullBodyIsRefusedBeforePermitIsTaken() {
        var semaphore = new Semaphore(2);
        assertThatNullPointerException().isThrownBy(() -> semaphore.with((Coroutine<String>) null));
        assertThatNullPointerException().isThrownBy(() -> semaphore.with((VoidCoroutine) null));
        assertThat(semaphore).hasToString("<Semaphore [unlocked, value:2]>");
    }
}
