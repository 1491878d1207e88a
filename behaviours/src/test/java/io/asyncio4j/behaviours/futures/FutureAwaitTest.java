package io.asyncio4j.behaviours.futures;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class FutureAwaitTest {
    private final List<Object> seen = new ArrayList<>();

    private Task<?> waiter(String name, Future<?> future) {
        return createTask(() -> {
            Object result = future.await();
            seen.add(name);
            seen.add(result);
        });
    }

    @LazyAndEager
    void severalTasksGetTheResultInTheOrderInWhichTheyCame(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            waiter("first", future);
            waiter("second", future);
            Task<?> last = waiter("third", future);
            sleep(ZERO);
            future.setResult(7);
            last.await();
        });
        assertThat(seen).containsExactly("first", 7, "second", 7, "third", 7);
    }

    @LazyAndEager
    void severalTasksGetTheVeryException(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<Integer> first = createTask(future::await);
            Task<Integer> second = createTask(future::await);
            IOException failure = new IOException("disk");
            future.setException(failure);
            assertThatThrownBy(first::await).isSameAs(failure);
            assertThatThrownBy(second::await).isSameAs(failure);
        });
    }

    @LazyAndEager
    void oneCancelledWaiterCancelsTheFutureForAll(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<Integer> first = createTask(future::await);
            Task<Integer> second = createTask(future::await);
            sleep(ZERO);
            first.cancel();
            sleep(ZERO);
            assertThat(first.cancelled() && second.cancelled() && future.cancelled())
                    .isTrue();
        });
    }

    @LazyAndEager
    void callbacksAndTasksAreServedInOneOrder(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            future.addDoneCallback(done -> seen.add("callback"));
            waiter("task", future);
            sleep(ZERO);
            future.addDoneCallback(done -> seen.add("late callback"));
            future.setResult(7);
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("callback", "task", 7, "late callback");
    }

    @Test
    void doneFutureIsNotWaitedFor() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            future.setResult(7);
            getRunningLoop().callSoon(() -> seen.add("others ran"));
            assertThat(future.await()).isEqualTo(7);
            assertThat(seen).isEmpty();
        });
    }

    @Test
    void doneFutureGivesItsResultAlsoWithoutALoop() throws Exception {
        EventLoop loop = new EventLoop();
        Future<Integer> future = loop.createFuture();
        future.setResult(7);
        loop.close();
        assertThat(future.await()).isEqualTo(7);
    }

    @Test
    void pendingFutureCannotBeAwaitedWithoutALoop() {
        EventLoop loop = new EventLoop();
        Future<Integer> future = loop.createFuture();
        assertThatThrownBy(future::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
        loop.close();
    }

    @Test
    void callbackCannotAwait() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                try {
                    future.await();
                } catch (Exception exception) {
                    seen.add(exception);
                }
            });
            sleep(ZERO);
        });
        assertThat(seen)
                .singleElement()
                .isInstanceOfSatisfying(
                        IllegalStateException.class,
                        exception -> assertThat(exception).hasMessageContaining("callback"));
    }

    @Test
    void taskCannotAwaitItself() throws Exception {
        run(() -> {
            Task<Object> task = createTask(() -> currentTask().await());
            assertThatThrownBy(task::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot await on itself");
        });
    }

    @Test
    void futureOfAnotherLoopIsRefused() throws Exception {
        EventLoop other = new EventLoop();
        Future<Integer> foreign = other.createFuture();
        run(() -> assertThatThrownBy(foreign::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different loop"));
        other.close();
    }

    @Test
    void refusedWaitLeavesTheFutureAsItWas() throws Exception {
        EventLoop other = new EventLoop();
        Future<Integer> foreign = other.createFuture();
        run(() -> assertThatThrownBy(foreign::await).isInstanceOf(IllegalStateException.class));
        assertThat(foreign).hasToString("<Future pending>");
        other.close();
    }

    @LazyAndEager
    void awaitedAgainATaskGivesItsResultAgain(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = createTask(() -> 7);
            assertThat(task.await()).isEqualTo(7);
            assertThat(task.await()).isEqualTo(7);
        });
    }
}
