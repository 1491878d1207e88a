package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createEagerTaskFactory;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.eagerTaskFactory;
import static io.asyncio4j.Asyncio.ensureFuture;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.taskGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Awaitable;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.TaskFactory;
import io.asyncio4j.context.Context;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class TaskFactoryTest {
    static final class Tagged<T> extends Task<T> {
        Tagged(EventLoop loop, Coroutine<T> coroutine, String name, Context context, boolean eagerStart) {
            super(loop, coroutine, name, context, eagerStart);
        }
    }

    /** Notes what it is asked for. */
    private static final class Noting implements TaskFactory {
        private final List<String> asked = new ArrayList<>();

        @Override
        public <T> Task<T> createTask(
                EventLoop loop, Coroutine<T> coroutine, String name, Context context, boolean eagerStart) {
            asked.add(name + " " + (context != null) + " " + eagerStart);
            return new Task<>(loop, coroutine, name, context, eagerStart);
        }
    }

    /** Refuses. */
    private static final class Refusing implements TaskFactory {
        @Override
        public <T> Task<T> createTask(
                EventLoop loop, Coroutine<T> coroutine, String name, Context context, boolean eagerStart) {
            throw new UnsupportedOperationException("no more tasks");
        }
    }

    @Test
    void atFirstThereIsNone() throws Exception {
        run(() -> assertThat(getRunningLoop().getTaskFactory()).isNull());
    }

    @Test
    void factoryIsKept() throws Exception {
        run(() -> {
            TaskFactory factory = Task::new;
            getRunningLoop().setTaskFactory(factory);
            assertThat(getRunningLoop().getTaskFactory()).isSameAs(factory);
        });
    }

    @Test
    void constructorOfTaskIsAFactory() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(Task::new);
            assertThat(createTask(() -> 7).await()).isEqualTo(7);
        });
    }

    @Test
    void constructorOfASubclassIsAFactory() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(Tagged::new);
            Task<Integer> task = createTask(() -> 7);
            assertThat(task).isInstanceOf(Tagged.class);
            assertThat(task.await()).isEqualTo(7);
        });
    }

    @Test
    void nullMeansPlainTasksAgain() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(Tagged::new);
            getRunningLoop().setTaskFactory(null);
            assertThat(createTask(() -> 7)).isExactlyInstanceOf(Task.class);
        });
    }

    @Test
    void groupsUseTheFactory() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(Tagged::new);
            taskGroup(group -> {
                assertThat(group.createTask(() -> 1)).isInstanceOf(Tagged.class);
            });
        });
    }

    @Test
    void ensureFutureUsesTheFactory() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(Tagged::new);
            Awaitable<Integer> awaitable = () -> 1;
            assertThat(ensureFuture(awaitable)).isInstanceOf(Tagged.class);
        });
    }

    @Test
    void factoryIsToldNameContextAndEagerness() throws Exception {
        Noting factory = new Noting();
        run(() -> {
            getRunningLoop().setTaskFactory(factory);
            createTask(() -> 1);
            createTask(() -> 1, "named");
            createTask(() -> 1, "in a context", new Context());
            createTask(() -> 1, "eager", null, true);
            getRunningLoop().setTaskFactory(null);
        });
        assertThat(factory.asked)
                .containsExactly(
                        "null false false", "named false false", "in a context true false", "eager false true");
    }

    @Test
    void factoryThatFailsFailsTheCallAndLeavesNoTask() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(new Refusing());
            assertThatThrownBy(() -> createTask(() -> 1)).isInstanceOf(UnsupportedOperationException.class);
            assertThat(allTasks()).hasSize(1);
            getRunningLoop().setTaskFactory(null);
        });
    }

    @Test
    void eagerTaskFactoryRunsTheFirstStepAtOnce() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(eagerTaskFactory());
            assertThat(createTask(() -> 7).result()).isEqualTo(7);
        });
    }

    @Test
    void eagerTaskFactoryKeepsNameAndContext() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(eagerTaskFactory());
            Context context = new Context();
            Task<String> task = createTask(() -> currentTask().getName(), "named", context);
            assertThat(task.result()).isEqualTo("named");
            assertThat(task.getContext()).isSameAs(context);
        });
    }

    @Test
    void eagerTaskFactoryOfASubclassMakesThoseTasks() throws Exception {
        run(() -> {
            getRunningLoop().setTaskFactory(createEagerTaskFactory(Tagged::new));
            Task<Integer> task = createTask(() -> 7);
            assertThat(task).isInstanceOf(Tagged.class);
            assertThat(task.result()).isEqualTo(7);
        });
    }

    @Test
    void eagerTaskFactoryWithoutConstructorIsRefused() {
        assertThatThrownBy(() -> createEagerTaskFactory(null)).isInstanceOf(NullPointerException.class);
    }
}
