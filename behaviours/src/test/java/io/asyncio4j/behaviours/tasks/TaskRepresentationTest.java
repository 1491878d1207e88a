package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Awaitable;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.context.Context;
import io.asyncio4j.testkit.VirtualTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@code toString} of tasks in every state, after asyncio's {@code repr}: state, name, coroutine, wait, outcome. */
@VirtualTime(detectDeadlock = true)
class TaskRepresentationTest {
    /** A coroutine that shows as «body». */
    private record Body<T>(Awaitable<T> awaitable) implements Coroutine<T> {
        @Override
        public T await() throws Exception {
            return awaitable.await();
        }

        @Override
        public String toString() {
            return "body";
        }
    }

    /** A callback that shows as its name. */
    private record Named(String name) implements Consumer<Object> {
        @Override
        public void accept(Object done) {}

        @Override
        public String toString() {
            return name;
        }
    }

    static final class Tagged<T> extends Task<T> {
        Tagged(EventLoop loop, Coroutine<T> coroutine, String name, Context context, boolean eagerStart) {
            super(loop, coroutine, name, context, eagerStart);
        }
    }

    private static <T> Task<T> task(Awaitable<T> awaitable) {
        return createTask(new Body<>(awaitable), "t");
    }

    @Test
    void newTaskIsPending() throws Exception {
        run(() -> assertThat(task(() -> 1)).hasToString("<Task pending name='t' coro=body>"));
    }

    @Test
    void suspendedTaskShowsTheFutureItWaitsFor() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<Integer> task = task(future);
            sleep(ZERO);
            assertThat(task.toString()).startsWith("<Task pending name='t' coro=body waitFor=<Future pending");
            future.setResult(1);
            task.await();
        });
    }

    @Test
    void suspendedTaskShowsTheTaskItWaitsFor() throws Exception {
        run(() -> {
            Task<Integer> child = createTask(() -> sleep(ZERO, 1), "child");
            Task<Integer> task = task(child);
            sleep(ZERO);
            assertThat(task.toString()).contains("waitFor=<Task ", "name='child'");
            task.await();
        });
    }

    @Test
    void tasksThatAwaitEachOtherAreShownWithoutEnd() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((ignored, context) -> {});
        loop.runUntilComplete(() -> {
            Future<Task<?>> other = loop.createFuture();
            Task<?> first = createTask(() -> other.await().await(), "first");
            Task<?> second = createTask(() -> first.await(), "second");
            other.setResult(second);
            sleep(ZERO);
            sleep(ZERO);
            assertThat(first.toString()).contains("waitFor=<Task", "name='second'");
            return null;
        });
        loop.close();
    }

    @Test
    void taskThatIsAskedToEndIsCancelling() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 1);
            task.cancel();
            assertThat(task).hasToString("<Task cancelling name='t' coro=body>");
        });
    }

    @Test
    void cancelledTaskIsCancelled() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 1);
            task.cancel();
            sleep(ZERO);
            assertThat(task).hasToString("<Task cancelled name='t' coro=body>");
        });
    }

    @Test
    void finishedTaskShowsItsResultLast() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 3);
            task.await();
            assertThat(task).hasToString("<Task finished name='t' coro=body result=3>");
        });
    }

    @Test
    void textResultIsQuoted() throws Exception {
        run(() -> {
            Task<String> task = task(() -> "three");
            task.await();
            assertThat(task.toString()).contains("result='three'");
        });
    }

    @Test
    void longResultIsCutShort() throws Exception {
        run(() -> {
            Task<String> task = task(() -> "x".repeat(10_000));
            task.await();
            assertThat(task.toString()).contains("result='xxx", "…").hasSizeLessThan(200);
        });
    }

    @Test
    void failedTaskShowsItsException() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> {
                throw new IllegalStateException("boom");
            });
            sleep(ZERO);
            assertThat(task)
                    .hasToString("<Task finished name='t' coro=body exception=java.lang.IllegalStateException: boom>");
            task.exception();
        });
    }

    @Test
    void taskThatEndedInItsEagerFirstStepShowsNoCoroutine() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(new Body<>(() -> 3), "t", null, true);
            assertThat(task).hasToString("<Task finished name='t' result=3>");
        });
    }

    @Test
    void oneCallbackIsShown() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 1);
            task.addDoneCallback(new Named("first"));
            assertThat(task).hasToString("<Task pending name='t' coro=body cb=[first]>");
        });
    }

    @Test
    void twoCallbacksAreShown() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 1);
            task.addDoneCallback(new Named("first"));
            task.addDoneCallback(new Named("second"));
            assertThat(task).hasToString("<Task pending name='t' coro=body cb=[first, second]>");
        });
    }

    @Test
    void ofMoreCallbacksTheFirstAndTheLastAreShown() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 1);
            for (String name : new String[] {"first", "second", "third", "fourth"}) {
                task.addDoneCallback(new Named(name));
            }
            assertThat(task).hasToString("<Task pending name='t' coro=body cb=[first, <2 more>, fourth]>");
        });
    }

    @Test
    void removedCallbacksAreNotShown() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> 1);
            task.addDoneCallback(new Named("first"));
            task.addDoneCallback(new Named("second"));
            task.removeDoneCallback(new Named("first"));
            assertThat(task).hasToString("<Task pending name='t' coro=body cb=[second]>");
            task.removeDoneCallback(new Named("second"));
            assertThat(task).hasToString("<Task pending name='t' coro=body>");
        });
    }

    @Test
    void taskThatAwaitsIsShownAmongTheCallbacks() throws Exception {
        run(() -> {
            Task<Integer> task = task(() -> sleep(ZERO, 1));
            Task<?> waiter = createTask(() -> task.await(), "waiter");
            sleep(ZERO);
            assertThat(task.toString()).containsPattern("cb=\\[[^]]*waiter[^]]*]");
            waiter.await();
        });
    }

    @Test
    void inDebugModeItShowsWhereItWasMade() throws Exception {
        run(
                () -> assertThat(task(() -> 1).toString())
                        .matches("<Task pending name='t' coro=body created at TaskRepresentationTest.java:\\d+>"),
                true);
    }

    @Test
    void subclassShowsItsOwnName() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(Tagged::new);
            assertThat(task(() -> 1)).hasToString("<Tagged pending name='t' coro=body>");
        });
    }
}
