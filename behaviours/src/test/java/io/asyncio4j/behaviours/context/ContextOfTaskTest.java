package io.asyncio4j.behaviours.context;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Task;
import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.context.Token;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@VirtualTime
class ContextOfTaskTest {
    private static final ContextVar<String> VARIABLE = ContextVar.of("variable", "default");

    private final List<String> seen = new ArrayList<>();

    @LazyAndEager
    void taskSeesWhatItsCreatorHadSet(Mode mode) throws Exception {
        mode.run(() -> {
            VARIABLE.set("creator");
            Task<String> task = createTask(() -> VARIABLE.get());
            VARIABLE.set("afterwards");
            assertThat(task.await()).isEqualTo("creator");
        });
    }

    @LazyAndEager
    void whatATaskSetsIsSeenByItAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> {
                VARIABLE.set("task");
                sleep(ZERO);
                return VARIABLE.get();
            });
            Task<String> sibling = createTask(() -> VARIABLE.get());
            assertThat(task.await()).isEqualTo("task");
            assertThat(sibling.await()).isEqualTo("default");
            assertThat(VARIABLE.get()).isEqualTo("default");
        });
    }

    @Test
    void contextAskedForBeforeTheFirstStepIsTheOneTheTaskRunsIn() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> {
                VARIABLE.set("task");
            });
            Context early = task.getContext();
            task.await();
            assertThat(early.get(VARIABLE)).isEqualTo("task");
        });
    }

    @LazyAndEager
    void taskGoesOnWithWhatWasSetInItsContextWhileItWaited(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> {
                sleep(ofSeconds(1));
                return VARIABLE.get();
            });
            sleep(ZERO);
            task.getContext().run(() -> {
                VARIABLE.set("outsider");
            });
            assertThat(task.await()).isEqualTo("outsider");
        });
    }

    @LazyAndEager
    void contextOfAnEndedTaskHasWhatTheTaskSet(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                VARIABLE.set("task");
            });
            task.await();
            assertThat(task.getContext().get(VARIABLE)).isEqualTo("task");
        });
    }

    @LazyAndEager
    void tasksOfOneCreatorHaveContextsOfTheirOwn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofSeconds(1)));
            Task<?> sibling = createTask(() -> sleep(ofSeconds(1)));
            assertThat(task.getContext())
                    .isNotSameAs(sibling.getContext())
                    .isNotSameAs(currentTask().getContext());
        });
    }

    @LazyAndEager
    void coroutineAwaitedDirectlySharesTheContext(Mode mode) throws Exception {
        mode.run(() -> {
            Callable<Token<String>> body = () -> VARIABLE.set("inside");
            body.call();
            assertThat(VARIABLE.get()).isEqualTo("inside");
        });
    }

    @LazyAndEager
    void twoTasksMayShareOneContext(Mode mode) throws Exception {
        mode.run(() -> {
            Context shared = new Context();
            Task<?> writer = createTask(
                    () -> {
                        VARIABLE.set("first");
                        sleep(ofSeconds(2));
                        VARIABLE.set("second");
                    },
                    null,
                    shared);
            Task<?> reader = createTask(
                    () -> {
                        sleep(ofSeconds(1));
                        seen.add(VARIABLE.get());
                        sleep(ofSeconds(2));
                        seen.add(VARIABLE.get());
                    },
                    null,
                    shared);
            writer.await();
            reader.await();
            assertThat(shared.get(VARIABLE)).isEqualTo("second");
        });
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void eagerTaskRunsInACopyToo() throws Exception {
        run(() -> {
            VARIABLE.set("creator");
            Task<String> task = createTask(
                    () -> {
                        String before = VARIABLE.get();
                        VARIABLE.set("task");
                        return before;
                    },
                    null,
                    null,
                    true);
            assertThat(task.result()).isEqualTo("creator");
            assertThat(VARIABLE.get()).isEqualTo("creator");
        });
    }

    @Test
    void eagerTaskRunsInTheContextGiven() throws Exception {
        run(() -> {
            Context context = new Context();
            createTask(() -> VARIABLE.set("task"), null, context, true);
            assertThat(context.get(VARIABLE)).isEqualTo("task");
        });
    }

    @Test
    void callbackRunsInACopyOfTheContextItWasMadeIn() throws Exception {
        run(() -> {
            VARIABLE.set("scheduler");
            getRunningLoop().callSoon(() -> {
                seen.add(VARIABLE.get());
                VARIABLE.set("callback");
            });
            getRunningLoop().callLater(ofSeconds(1), () -> seen.add(VARIABLE.get()));
            VARIABLE.set("afterwards");
            sleep(ofSeconds(2));
            assertThat(VARIABLE.get()).isEqualTo("afterwards");
        });
        assertThat(seen).containsExactly("scheduler", "scheduler");
    }

    @Test
    void callbackRunsInTheVeryContextGiven() throws Exception {
        run(() -> {
            Context context = new Context();
            getRunningLoop().callSoon(() -> VARIABLE.set("soon"), context);
            getRunningLoop().callLater(ofSeconds(1), () -> seen.add(VARIABLE.get()), context);
            sleep(ofSeconds(2));
        });
        assertThat(seen).containsExactly("soon");
    }

    @Test
    void threadSeesACopyOfTheTasksContext() throws Exception {
        run(() -> {
            VARIABLE.set("task");
            String there = toThread(() -> {
                String before = VARIABLE.get();
                VARIABLE.set("thread");
                return before;
            });
            assertThat(there).isEqualTo("task");
            assertThat(VARIABLE.get()).isEqualTo("task");
        });
    }

    @Test
    void runSeesWhatWasSetAroundItAndKeepsItsOwn() throws Exception {
        Token<String> token = VARIABLE.set("around");
        try {
            run(() -> {
                assertThat(VARIABLE.get()).isEqualTo("around");
                VARIABLE.set("inside");
            });
            assertThat(VARIABLE.get()).isEqualTo("around");
        } finally {
            VARIABLE.reset(token);
        }
    }

    @Test
    void tasksOwnContextCannotBeEnteredInTheTask() throws Exception {
        run(() -> assertThatThrownBy(() -> currentTask().getContext().run(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already entered"));
    }

    @LazyAndEager
    void taskMaySuspendInsideARunOfAnotherContext(Mode mode) throws Exception {
        mode.run(() -> {
            Context context = new Context();
            VARIABLE.set("task");
            Task<?> other = createTask(() -> {
                sleep(ofSeconds(1));
                seen.add(VARIABLE.get());
            });
            getRunningLoop().callLater(ofSeconds(1), () -> seen.add(VARIABLE.get()));
            context.run(() -> {
                VARIABLE.set("entered");
                sleep(ofSeconds(2));
                seen.add(VARIABLE.get());
            });
            seen.add(VARIABLE.get());
            other.await();
        });
        assertThat(seen).containsExactlyInAnyOrder("task", "task", "entered", "task");
        assertThat(seen.getLast()).isEqualTo("task");
    }

    @LazyAndEager
    void tokenOfACreatorIsRefusedInItsTask(Mode mode) throws Exception {
        mode.run(() -> {
            Token<String> token = VARIABLE.set("creator");
            Task<?> task = createTask(() -> VARIABLE.reset(token));
            assertThatThrownBy(task::await).isInstanceOf(IllegalArgumentException.class);
        });
    }
}
