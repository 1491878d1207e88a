package io.asyncio4j.behaviours.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Block;
import io.asyncio4j.Task;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.locks.Barrier;
import io.asyncio4j.locks.BrokenBarrierException;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class BarrierTest {
    private final Barrier barrier = new Barrier(3);

    private Task<Integer> waiter() {
        return createTask(() -> barrier.await());
    }

    @Test
    void partiesMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Barrier(0))
                .withMessage("the parties of a barrier must be > 0, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Barrier(-4));
    }

    @Test
    void newBarrierIsShownFilling() {
        assertThat(barrier).hasToString("<Barrier [filling, waiters:0/3]>");
    }

    @Test
    void waitersAreShownAndCountedWhileItFills() throws Exception {
        run(() -> {
            waiter();
            waiter();
            sleep(ZERO);
            assertThat(barrier).hasToString("<Barrier [filling, waiters:2/3]>");
            assertThat(barrier.waiting()).isEqualTo(2);
        });
    }

    @Test
    void barrierIsShownDrainingWhileTheTasksLeave() throws Exception {
        run(() -> {
            waiter();
            waiter();
            waiter();
            sleep(ZERO);
            assertThat(barrier).hasToString("<Barrier [draining, waiters:0/3]>");
        });
    }

    @Test
    void barrierIsShownResettingUntilTheTasksHaveLeft() throws Exception {
        run(() -> {
            Task<Integer> waiter = waiter();
            sleep(ZERO);
            barrier.reset();
            assertThat(barrier).hasToString("<Barrier [resetting, waiters:0/3]>");
            assertThatThrownBy(waiter::await).isInstanceOf(BrokenBarrierException.class);
            assertThat(barrier).hasToString("<Barrier [filling, waiters:0/3]>");
        });
    }

    @Test
    void brokenBarrierIsShownWithoutWaiters() throws Exception {
        run(barrier::abort);
        assertThat(barrier).hasToString("<Barrier [broken]>");
        assertThat(barrier.broken()).isTrue();
    }

    @Test
    void partiesAreTheNumberGiven() {
        assertThat(barrier.parties()).isEqualTo(3);
    }

    @Test
    void eachTaskGetsTheNumberOfThoseBeforeIt() throws Exception {
        assertThat(run(() -> gather(waiter(), waiter(), waiter()).await())).containsExactly(0, 1, 2);
    }

    @Test
    void barrierIsUsedRoundAfterRound() throws Exception {
        run(() -> {
            for (int round = 0; round < 2; round++) {
                gather(waiter(), waiter(), waiter()).await();
            }
        });
        assertThat(barrier).hasToString("<Barrier [filling, waiters:0/3]>");
    }

    @Test
    void barrierOfOneNeverWaits() throws Exception {
        assertThat(new Barrier(1).await()).isZero();
    }

    @Test
    void cancelledWaiterCountsNoLonger() throws Exception {
        run(() -> {
            Task<Integer> cancelled = waiter();
            waiter();
            sleep(ZERO);
            cancelled.cancel();
            sleep(ZERO);
            assertThat(barrier).hasToString("<Barrier [filling, waiters:1/3]>");
        });
    }

    @Test
    void abortBreaksTheWaitOfThoseInside() throws Exception {
        run(() -> {
            Task<Integer> waiter = waiter();
            sleep(ZERO);
            barrier.abort();
            assertThatThrownBy(waiter::await)
                    .isInstanceOf(BrokenBarrierException.class)
                    .hasMessage("the barrier was aborted while this task waited");
        });
    }

    @Test
    void resetBreaksTheWaitOfThoseInside() throws Exception {
        run(() -> {
            Task<Integer> waiter = waiter();
            sleep(ZERO);
            barrier.reset();
            assertThatThrownBy(waiter::await)
                    .isInstanceOf(BrokenBarrierException.class)
                    .hasMessage("the barrier was reset while this task waited");
        });
    }

    @Test
    void brokenBarrierRefusesNewcomers() throws Exception {
        run(() -> {
            barrier.abort();
            assertThatThrownBy(barrier::await)
                    .isInstanceOf(BrokenBarrierException.class)
                    .hasMessage("the barrier is broken: abort() was called; reset() mends it");
        });
    }

    @Test
    void resetMendsBrokenBarrier() throws Exception {
        run(() -> {
            barrier.abort();
            barrier.reset();
            gather(waiter(), waiter(), waiter()).await();
        });
        assertThat(barrier.broken()).isFalse();
    }

    @Test
    void blockRunsWhenAllHaveComeAndGetsItsNumber() throws Exception {
        List<String> order = new ArrayList<>();
        run(() -> {
            for (int index = 0; index < 3; index++) {
                createTask(() -> barrier.with(position -> {
                    order.add("position " + position);
                }));
            }
            sleep(ZERO);
            sleep(ZERO);
            sleep(ZERO);
        });
        assertThat(order).containsExactlyInAnyOrder("position 0", "position 1", "position 2");
    }

    @Test
    void blockReturnsTheResultOfTheBody() throws Exception {
        String result = new Barrier(1).with(position -> "position " + position);
        assertThat(result).isEqualTo("position 0");
    }

    @Test
    void nullBodyIsRefusedBeforeWaiting() {
        assertThatNullPointerException().isThrownBy(() -> barrier.with((Block<Integer, String>) null));
        assertThatNullPointerException().isThrownBy(() -> barrier.with((VoidBlock<Integer>) null));
        assertThat(barrier.waiting()).isZero();
    }
}
