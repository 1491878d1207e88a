package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.context.Context;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class TaskCreationTest {
    private final List<Object> seen = new ArrayList<>();

    @Test
    void withoutARunningLoopCreateTaskIsRefusedAndSaysWhatToDo() {
        assertThatThrownBy(() -> createTask(() -> seen.add("ran")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
        assertThat(seen).isEmpty();
    }

    @Test
    void loopThatIsNotRunningKeepsTheTaskForItsRun() throws Exception {
        EventLoop loop = new EventLoop();
        Task<Integer> task = loop.createTask(() -> 7);
        assertThat(task.done()).isFalse();
        assertThat(loop.runUntilComplete(task)).isEqualTo(7);
        loop.close();
    }

    @Test
    void closedLoopRefusesTasks() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatThrownBy(() -> loop.createTask(() -> seen.add("ran")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(seen).isEmpty();
    }

    @Test
    void constructorRefusesAClosedLoop() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatThrownBy(() -> new Task<>(loop, () -> 1, null, null, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void constructorRefusesNoLoop() {
        assertThatThrownBy(() -> new Task<>(null, () -> 1, null, null, false))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("loop");
    }

    @Test
    void nullCoroutineIsRefusedAndLeavesNoTask() throws Exception {
        run(() -> {
            assertThatThrownBy(() -> createTask((Coroutine<?>) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> createTask((VoidCoroutine) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> new Task<>(getRunningLoop(), null, null, null, false))
                    .isInstanceOf(NullPointerException.class);
            assertThat(allTasks()).hasSize(1);
        });
    }

    @Test
    void nullIsNoCoroutine() {
        assertThatThrownBy(() -> Asyncio.coroutine((Coroutine<?>) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Asyncio.coroutine((VoidCoroutine) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void getCoroGivesTheCoroutineAlsoAfterItsEnd() throws Exception {
        run(() -> {
            Coroutine<Integer> body = () -> 7;
            Task<Integer> task = createTask(body);
            assertThat(task.getCoro()).isSameAs(body);
            task.await();
            assertThat(task.getCoro()).isSameAs(body);
        });
    }

    @Test
    void getCoroIsNullAfterAnEndInTheEagerFirstStep() throws Exception {
        run(() -> assertThat(createTask(() -> 7, null, null, true).getCoro()).isNull());
    }

    @Test
    void getCoroOfAnEagerTaskThatSuspendedIsItsCoroutine() throws Exception {
        run(() -> {
            Coroutine<Integer> body = () -> sleep(ZERO, 7);
            Task<Integer> task = createTask(body, null, null, true);
            task.await();
            assertThat(task.getCoro()).isSameAs(body);
        });
    }

    @Test
    void getCoroOfABodyWithoutResultIsTheSameEachTime() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> sleep(ZERO));
            Coroutine<?> coroutine = task.getCoro();
            task.await();
            assertThat(task.getCoro()).isNotNull().isSameAs(coroutine);
        });
    }

    @Test
    void getCoroOfABodyWithoutResultRunsTheBody() throws Exception {
        List<String> ran = new ArrayList<>();
        run(() -> {
            Task<?> task = createTask(() -> {
                ran.add("body");
            });
            Coroutine<?> coroutine = Objects.requireNonNull(task.getCoro());
            task.await();
            assertThat(coroutine.await()).isNull();
        });
        assertThat(ran).containsExactly("body", "body");
    }

    /** Both kinds of body in one object. */
    private record Either(List<String> ran) implements Coroutine<String>, VoidCoroutine {
        @Override
        public String await() {
            ran.add("await");
            return "result";
        }

        @Override
        public void run() {
            ran.add("run");
        }
    }

    @Test
    void bodyOfBothKindsRunsAsTheKindItWasGivenAs() throws Exception {
        List<String> ran = new ArrayList<>();
        run(() -> {
            Either body = new Either(ran);
            assertThat(createTask((Coroutine<String>) body).await()).isEqualTo("result");
            assertThat(createTask((VoidCoroutine) body).await()).isNull();
        });
        assertThat(ran).containsExactly("await", "run");
    }

    @Test
    void getContextIsTheOneGiven() throws Exception {
        run(() -> {
            Context context = new Context();
            assertThat(createTask(() -> 1, null, context).getContext()).isSameAs(context);
        });
    }

    @Test
    void withoutContextEachTaskHasItsOwn() throws Exception {
        run(() -> assertThat(createTask(() -> 1).getContext())
                .isNotSameAs(currentTask().getContext()));
    }

    @Test
    void getLoopIsTheLoopItWasMadeOn() throws Exception {
        run(() -> assertThat(createTask(() -> 1).getLoop()).isSameAs(getRunningLoop()));
    }

    @Test
    void allTasksAreThoseNotDoneInTheOrderOfCreation() throws Exception {
        run(() -> {
            Task<?> first = createTask(() -> sleep(ZERO));
            Task<?> second = createTask(() -> 1);
            Task<?> third = createTask(() -> sleep(ZERO));
            assertThat(allTasks()).containsExactly(currentTask(), first, second, third);
            sleep(ZERO);
            assertThat(allTasks()).containsExactly(currentTask(), first, third);
        });
    }

    @Test
    void allTasksOfALoopCanBeAskedForWhileItDoesNotRun() throws Exception {
        EventLoop loop = new EventLoop();
        Task<Integer> task = loop.createTask(() -> 1);
        assertThat(allTasks(loop)).containsExactly(task);
        loop.runUntilComplete(task);
        assertThat(allTasks(loop)).isEmpty();
        loop.close();
    }

    @Test
    void allTasksWithoutARunningLoopIsRefused() {
        assertThatThrownBy(() -> allTasks()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void currentTaskOfACallbackIsNull() throws Exception {
        run(() -> {
            getRunningLoop().callSoon(() -> seen.add(currentTask() == null));
            sleep(ZERO);
        });
        assertThat(seen).containsExactly(true);
    }

    @Test
    void currentTaskOfALoopThatDoesNotRunIsNull() {
        EventLoop loop = new EventLoop();
        assertThat(currentTask(loop)).isNull();
        loop.close();
    }

    @Test
    void currentTaskWithoutARunningLoopIsRefused() {
        assertThatThrownBy(() -> currentTask()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void getRunningLoopWithoutARunningLoopIsRefused() {
        assertThatThrownBy(() -> getRunningLoop()).isInstanceOf(IllegalStateException.class);
    }
}
