package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class TaskGroupChildrenTest {
    private static final ContextVar<String> VARIABLE = ContextVar.of("variable", "default");

    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void allChildrenHaveEndedWhenTheBlockReturns(Mode mode) throws Exception {
        mode.run(() -> {
            List<Task<?>> children = new ArrayList<>();
            taskGroup(group -> {
                children.add(group.createTask(() -> sleep(ofSeconds(2))));
                children.add(group.createTask(() -> sleep(ofSeconds(1))));
            });
            assertThat(children).allMatch(Task::done);
        });
    }

    @LazyAndEager
    void valueOfTheBlockIsReturnedAfterTheChildrenHaveEnded(Mode mode) throws Exception {
        mode.run(() -> {
            String value = taskGroup(group -> {
                group.createTask(() -> {
                    sleep(ofSeconds(1));
                    seen.add("child ended");
                });
                return "value";
            });
            seen.add(value);
        });
        assertThat(seen).containsExactly("child ended", "value");
    }

    @LazyAndEager
    void valueOfTheBlockMayBeNull(Mode mode) throws Exception {
        mode.run(() -> {
            Object value = taskGroup(group -> null);
            assertThat(value).isNull();
        });
    }

    @LazyAndEager
    void groupWithoutChildrenJustReturns(Mode mode) throws Exception {
        mode.run(() -> {
            int value = taskGroup(group -> 7);
            assertThat(value).isEqualTo(7);
        });
    }

    @LazyAndEager
    void childrenHaveTheNamesGiven(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            assertThat(group.createTask(() -> 1, "fetch").getName()).isEqualTo("fetch");
            assertThat(group.createTask(() -> {}, "store").getName()).isEqualTo("store");
            assertThat(group.createTask(() -> 1).getName()).startsWith("Task-");
        }));
    }

    @LazyAndEager
    void childrenRunInTheContextGiven(Mode mode) throws Exception {
        mode.run(() -> {
            Context context = new Context();
            taskGroup(group -> {
                group.createTask(() -> VARIABLE.set("by the child"), "child", context);
            });
            assertThat(context.get(VARIABLE)).isEqualTo("by the child");
            assertThat(VARIABLE.get()).isEqualTo("default");
        });
    }

    @LazyAndEager
    void withoutContextChildrenSeeWhatTheBodyHasSet(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            VARIABLE.set("by the body");
            assertThat(group.createTask(() -> VARIABLE.get()).await()).isEqualTo("by the body");
        }));
    }

    @Test
    void eagerChildThatNeverWaitsIsDoneAtOnce() throws Exception {
        run(() -> taskGroup(group -> {
            assertThat(group.createTask(() -> 7, null, null, true).result()).isEqualTo(7);
        }));
    }

    @Test
    void eagerChildWithoutResultRunsAtOnceToo() throws Exception {
        run(() -> taskGroup(group -> {
            group.createTask(
                    () -> {
                        seen.add("ran");
                    },
                    null,
                    null,
                    true);
            assertThat(seen).containsExactly("ran");
        }));
    }

    @Test
    void eagerChildThatFailsInItsFirstStepFailsTheGroup() throws Exception {
        run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    group.createTask(
                            () -> {
                                throw new IOException("disk");
                            },
                            null,
                            null,
                            true);
                    seen.add("the body goes on");
                    sleep(ZERO);
                    seen.add("until it waits");
                }))
                .isInstanceOf(ExceptionGroup.class));
        assertThat(seen).containsExactly("the body goes on");
    }

    @LazyAndEager
    void childMayBeCreatedByAnotherTaskWhileTheGroupWaits(Mode mode) throws Exception {
        mode.run(() -> taskGroup(outer -> {
            TaskGroup inner = new TaskGroup();
            outer.createTask(() -> inner.with(group -> {
                group.createTask(() -> sleep(ofSeconds(2)));
            }));
            sleep(ofSeconds(1));
            assertThat(inner.createTask(() -> 7).await()).isEqualTo(7);
        }));
    }

    @LazyAndEager
    void childAwaitedInTheBodyGivesItsResult(Mode mode) throws Exception {
        mode.run(() -> {
            int sum = taskGroup(group -> {
                Task<Integer> first = group.createTask(() -> 3);
                Task<Integer> second = group.createTask(() -> 4);
                return first.await() + second.await();
            });
            assertThat(sum).isEqualTo(7);
        });
    }

    @LazyAndEager
    void bodyRunsInTheCallingTask(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> caller = currentTask();
            taskGroup(group -> {
                assertThat((Object) currentTask()).isSameAs(caller);
            });
        });
    }

    @LazyAndEager
    void failureIsNotLostWhenAllChildrenEndTogether(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    for (int child = 0; child < 3; child++) {
                        String name = "child " + child;
                        group.createTask(() -> {
                            sleep(ofSeconds(1));
                            throw new IOException(name);
                        });
                    }
                }))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        failures -> assertThat(failures.exceptions())
                                .extracting(Throwable::getMessage)
                                .containsExactly("child 0", "child 1", "child 2")));
    }
}
