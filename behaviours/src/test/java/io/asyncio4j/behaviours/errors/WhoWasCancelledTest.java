package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I, or the future I await? {@link CancelledThroughTest} asks the same of what stands between the two. */
@VirtualTime(detectDeadlock = true)
class WhoWasCancelledTest {
    private final List<CancelledError> seen = new ArrayList<>();

    /** A task that awaits the future and notes what it is told. */
    private Task<?> parentOf(Future<?> child) {
        return createTask(() -> {
            try {
                child.await();
            } catch (CancelledError error) {
                seen.add(error);
            }
        });
    }

    private static Task<?> sleeper() {
        return createTask(() -> sleep(ofDays(1)));
    }

    private CancelledError told() {
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    private Future<?> toldOfAChild() {
        assertThat(told()).isExactlyInstanceOf(ChildCancelledError.class);
        return ((ChildCancelledError) told()).future();
    }

    @LazyAndEager
    void cancelledChildIsNamed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            Task<?> parent = parentOf(child);
            sleep(ZERO);
            child.cancel();
            parent.await();
            assertThat(toldOfAChild()).isSameAs(child);
        });
    }

    @LazyAndEager
    void cancelledFutureIsNamed(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<?> parent = parentOf(future);
            sleep(ZERO);
            future.cancel();
            parent.await();
            assertThat(toldOfAChild()).isSameAs(future);
        });
    }

    @LazyAndEager
    void childThatWasCancelledBeforeItIsAwaitedIsNamed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            child.cancel();
            sleep(ZERO);
            assertThat(child.done()).isTrue();
            parentOf(child).await();
            assertThat(toldOfAChild()).isSameAs(child);
        });
    }

    @LazyAndEager
    void childThatEndsItselfCancelledIsNamed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = createTask(() -> {
                throw new CancelledError("by myself");
            });
            parentOf(child).await();
            assertThat(toldOfAChild()).isSameAs(child);
        });
    }

    @LazyAndEager
    void cancelledParentIsToldThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parentOf(sleeper());
            sleep(ZERO);
            parent.cancel();
            parent.await();
            assertThat(told()).isExactlyInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void cancelledParentOfAPlainFutureIsToldThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parentOf(getRunningLoop().createFuture());
            sleep(ZERO);
            parent.cancel();
            parent.await();
            assertThat(told()).isExactlyInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void cancelledSleeperIsToldThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError error) {
                    seen.add(error);
                }
            });
            sleep(ZERO);
            parent.cancel();
            parent.await();
            assertThat(told()).isExactlyInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void whenTheChildWasCancelledFirstAndThenTheParentItsOwnWins(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> child = getRunningLoop().createFuture();
            Task<?> parent = parentOf(child);
            sleep(ZERO);
            child.cancel();
            parent.cancel();
            parent.await();
            assertThat(told()).isExactlyInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void whenTheChildTaskWasCancelledFirstAndThenTheParentItsOwnWins(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            Task<?> parent = parentOf(child);
            sleep(ZERO);
            child.cancel();
            parent.cancel();
            parent.await();
            assertThat(told()).isExactlyInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void whenTheChildHasEndedCancelledAndTheParentIsCancelledBeforeItGoesOnItsOwnWins(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            List<Task<?>> parents = new ArrayList<>();
            child.addDoneCallback(done -> parents.forEach(Task::cancel));
            parents.add(parentOf(child));
            sleep(ZERO);
            child.cancel();
            parents.getFirst().await();
            assertThat(told()).isExactlyInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void requestTakenBackLeavesTheChildsCancellation(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> child = getRunningLoop().createFuture();
            Task<?> parent = parentOf(child);
            sleep(ZERO);
            child.cancel();
            parent.cancel();
            parent.uncancel();
            parent.await();
            assertThat(toldOfAChild()).isSameAs(child);
        });
    }

    @LazyAndEager
    void grandchildsCancellationReachesTheGrandparentAsThatOfItsChild(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> grandchild = sleeper();
            Task<?> child = createTask(grandchild::await);
            Task<?> parent = parentOf(child);
            sleep(ZERO);
            grandchild.cancel("enough");
            parent.await();
            assertThat(toldOfAChild()).isSameAs(child);
            assertThat(told()).hasMessage("enough");
        });
    }

    @LazyAndEager
    void childsEndIsNoCancellationOfTheParent(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            Task<?> parent = parentOf(child);
            sleep(ZERO);
            child.cancel();
            parent.await();
            assertThat(parent.cancelling()).isZero();
            assertThat(parent.cancelled()).isFalse();
        });
    }

    @LazyAndEager
    void parentThatLetsItsChildsCancellationOutEndsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            Task<?> parent = createTask(child::await);
            sleep(ZERO);
            child.cancel();
            sleep(ZERO);
            sleep(ZERO);
            assertThat(parent.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void childErrorIsCaughtAsACancelledErrorToo(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            child.cancel();
            assertThatThrownBy(child::await).isInstanceOf(CancelledError.class);
        });
    }

    @Test
    void ownPendingRequestIsThrownByTheNextWaitWhenTheChildWasDoneBefore() throws Exception {
        run(() -> {
            Future<Integer> child = getRunningLoop().createFuture();
            child.cancel();
            currentTask().cancel("me");
            assertThatThrownBy(child::await).isInstanceOf(ChildCancelledError.class);
            assertThatThrownBy(() -> sleep(ZERO))
                    .isExactlyInstanceOf(CancelledError.class)
                    .hasMessage("me");
            currentTask().uncancel();
        });
    }
}
