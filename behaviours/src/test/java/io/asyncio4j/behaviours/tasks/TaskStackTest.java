package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.locks.Event;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stack of a task that has not failed; see {@link FailedTaskStackTest} for the others. */
@VirtualTime(detectDeadlock = true)
class TaskStackTest {
    private final Event event = new Event();
    private final List<StackTraceElement> seen = new ArrayList<>();

    private void outer() {
        inner();
    }

    private void inner() {
        event.await();
    }

    private static List<String> methods(List<StackTraceElement> frames) {
        return frames.stream().map(StackTraceElement::getMethodName).toList();
    }

    private Task<?> suspended() {
        Task<?> task = createTask(this::outer);
        sleep(ZERO);
        return task;
    }

    @Test
    void suspendedTaskShowsItsOwnFramesOldestFirst() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            assertThat(methods(task.getStack())).containsExactly("outer", "inner");
            task.cancel();
        });
    }

    @Test
    void framesKnowTheirFileAndLine() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            assertThat(task.getStack()).allSatisfy(frame -> {
                assertThat(frame.getFileName()).isEqualTo("TaskStackTest.java");
                assertThat(frame.getLineNumber()).isPositive();
            });
            task.cancel();
        });
    }

    @Test
    void limitGivesTheNewestFrames() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            assertThat(methods(task.getStack(1))).containsExactly("inner");
            task.cancel();
        });
    }

    @Test
    void limitAboveTheDepthGivesAllFrames() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            assertThat(methods(task.getStack(3))).containsExactly("outer", "inner");
            task.cancel();
        });
    }

    @Test
    void limitOfZeroGivesNothing() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            assertThat(task.getStack(0)).isEmpty();
            task.cancel();
        });
    }

    @Test
    void negativeLimitGivesNothing() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            assertThat(task.getStack(-1)).isEmpty();
            task.cancel();
        });
    }

    private void sleeper() {
        sleep(ofSeconds(1));
    }

    @Test
    void sleepingTaskShowsWhereItSleeps() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::sleeper);
            sleep(ZERO);
            assertThat(methods(task.getStack())).containsExactly("sleeper");
            task.await();
        });
    }

    private void yielder() {
        sleep(ZERO);
    }

    @Test
    void taskThatLetsOthersRunShowsWhere() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::yielder);
            sleep(ZERO);
            assertThat(methods(task.getStack())).containsExactly("yielder");
            task.await();
        });
    }

    private int awaits(Future<Integer> future) throws Exception {
        return future.await();
    }

    @Test
    void taskThatAwaitsAFutureShowsWhere() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<Integer> task = createTask(() -> awaits(future));
            sleep(ZERO);
            assertThat(methods(task.getStack(1))).containsExactly("awaits");
            future.setResult(1);
            task.await();
        });
    }

    @Test
    void taskThatIsReadyToGoOnStillShowsWhereItWaits() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            event.set();
            assertThat(methods(task.getStack())).containsExactly("outer", "inner");
            task.await();
        });
    }

    @Test
    void callbackOnTheTasksThreadDoesNotShowInTheTasksStack() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::outer);
            // the task is the last to suspend, so the loop's work is done on its thread
            getRunningLoop().callLater(ofSeconds(1), () -> seen.addAll(task.getStack()));
            sleep(ofSeconds(2));
            task.cancel();
        });
        assertThat(methods(seen)).containsExactly("outer", "inner");
    }

    @Test
    void callbackOnAnotherTasksThreadSeesTheSame() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            getRunningLoop().callLater(ofSeconds(1), () -> seen.addAll(task.getStack()));
            sleep(ofSeconds(2));
            task.cancel();
        });
        assertThat(methods(seen)).containsExactly("outer", "inner");
    }

    private List<StackTraceElement> asksForItself() {
        return currentTask().getStack();
    }

    @Test
    void runningTaskShowsItself() throws Exception {
        run(() -> assertThat(methods(createTask(this::asksForItself).await())).containsExactly("asksForItself"));
    }

    private void createsAnEagerTask() {
        Task<?> creator = currentTask();
        createTask(() -> seen.addAll(creator.getStack()), null, null, true);
    }

    @Test
    void creatorOfAnEagerTaskIsShownWhereItCreatesIt() throws Exception {
        run(() -> createTask(this::createsAnEagerTask).await());
        assertThat(methods(seen)).containsExactly("createsAnEagerTask");
    }

    @Test
    void eagerTaskThatSuspendedShowsItsFrames() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::outer, null, null, true);
            assertThat(methods(task.getStack())).containsExactly("outer", "inner");
            task.cancel();
        });
    }

    @Test
    void taskThatHasNotBegunShowsNothing() throws Exception {
        run(() -> assertThat(createTask(this::outer).getStack()).isEmpty());
    }

    @Test
    void taskThatReturnedShowsNothing() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1);
            task.await();
            assertThat(task.getStack()).isEmpty();
        });
    }

    @Test
    void cancelledTaskShowsNothing() throws Exception {
        run(() -> {
            Task<?> task = suspended();
            task.cancel();
            sleep(ZERO);
            assertThat(task.cancelled()).isTrue();
            assertThat(task.getStack()).isEmpty();
        });
    }
}
