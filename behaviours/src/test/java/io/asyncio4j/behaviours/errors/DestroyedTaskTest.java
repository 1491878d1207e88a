package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CoroutineExit;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that are pending when their loop is closed. */
@VirtualTime(detectDeadlock = true)
class DestroyedTaskTest {
    private final EventLoop loop = new EventLoop();
    private final List<ExceptionContext> reported = new ArrayList<>();
    private final List<String> order = new ArrayList<>();

    @BeforeEach
    void listen() {
        loop.setExceptionHandler((ignored, context) -> reported.add(context));
    }

    private Task<Void> suspended(VoidCoroutine body) throws Exception {
        return loop.runUntilComplete(() -> {
            Task<Void> task = createTask(body, "left behind");
            sleep(ZERO);
            return task;
        });
    }

    private void sleepAndCleanUp(String name) {
        try {
            sleep(ofDays(1));
        } finally {
            order.add(name);
        }
    }

    @Test
    void suspendedTaskIsReported() throws Exception {
        Task<?> task = suspended(() -> sleep(ofDays(1)));
        loop.close();
        assertThat(reported).singleElement().satisfies(context -> {
            assertThat(context.message()).isEqualTo("Task was destroyed but it is pending!");
            assertThat((Object) context.future()).isSameAs(task);
            assertThat(context.exception()).isNull();
        });
    }

    @Test
    void taskThatNeverBeganIsReportedAndNeverBegins() {
        Task<?> task = loop.createTask(() -> order.add("began"));
        loop.close();
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat((Object) context.future()).isSameAs(task));
        assertThat(order).isEmpty();
    }

    @Test
    void doneTaskIsNotReported() throws Exception {
        loop.runUntilComplete(() -> createTask(() -> 1).await());
        loop.close();
        assertThat(reported).isEmpty();
    }

    @Test
    void itsFinallyBlocksRun() throws Exception {
        suspended(() -> sleepAndCleanUp("cleaned up"));
        loop.close();
        assertThat(order).containsExactly("cleaned up");
    }

    @Test
    void tasksAreDestroyedInTheOrderOfTheirCreation() throws Exception {
        suspended(() -> sleepAndCleanUp("first"));
        suspended(() -> sleepAndCleanUp("second"));
        loop.close();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void waitInTheCleanupIsRefusedByTheSameError() throws Exception {
        List<Throwable> refusals = new ArrayList<>();
        suspended(() -> {
            try {
                sleep(ofDays(1));
            } finally {
                refusals.add(catchThrowable(() -> sleep(ZERO)));
            }
        });
        loop.close();
        assertThat(refusals).singleElement().isInstanceOf(CoroutineExit.class);
    }

    @Test
    void failureOfTheCleanupIsReported() throws Exception {
        suspended(() -> {
            try {
                sleep(ofDays(1));
            } catch (CoroutineExit exit) {
                throw new IllegalStateException("no cleanup");
            }
        });
        loop.close();
        assertThat(reported).hasSize(2);
        assertThat(reported.getLast().exception()).hasMessage("no cleanup");
    }

    @Test
    void taskThatSwallowsItsEndHasNoResultAllTheSame() throws Exception {
        Task<?> task = suspended(() -> {
            try {
                sleep(ofDays(1));
            } catch (CoroutineExit exit) {
                order.add("swallowed");
            }
        });
        loop.close();
        assertThat(order).containsExactly("swallowed");
        assertThat(task.cancelled()).isTrue();
    }

    @Test
    void destroyedTaskIsCancelled() throws Exception {
        Task<?> task = suspended(() -> sleep(ofDays(1)));
        loop.close();
        assertThat(task.done()).isTrue();
        assertThat(task.cancelled()).isTrue();
    }

    @Test
    void itsCallbacksAreNotCalled() throws Exception {
        Task<?> task = suspended(() -> sleep(ofDays(1)));
        task.addDoneCallback(done -> order.add("called"));
        loop.close();
        assertThat(order).isEmpty();
    }

    @Test
    void itsBridgeToOtherThreadsDoesNotHang() throws Exception {
        CompletableFuture<Void> bridge = suspended(() -> sleep(ofDays(1))).toCompletableFuture();
        loop.close();
        assertThat(bridge).isCancelled();
    }

    @Test
    void inDebugModeTheReportShowsWhereItWasMade() throws Exception {
        loop.setDebug(true);
        suspended(() -> sleep(ofDays(1)));
        loop.close();
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.source().getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(DestroyedTaskTest.class.getName()));
    }

    @Test
    void secondCloseReportsNothing() throws Exception {
        suspended(() -> sleep(ofDays(1)));
        loop.close();
        loop.close();
        assertThat(reported).hasSize(1);
    }

    @Test
    void runCancelsItsTasksAndDestroysNone() throws Exception {
        loop.close();
        run(() -> {
            getRunningLoop().setExceptionHandler((ignored, context) -> reported.add(context));
            createTask(() -> sleepAndCleanUp("cancelled"));
            sleep(ZERO);
        });
        assertThat(order).containsExactly("cancelled");
        assertThat(reported).isEmpty();
    }
}
