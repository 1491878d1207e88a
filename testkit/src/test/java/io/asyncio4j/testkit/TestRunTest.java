package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TestRunTest {

    private final RunSettings settings = RunSettings.standard();

    @Test
    void returnsWhatMainReturned() throws Exception {
        assertThat(settings.newRun().<Integer>run(() -> 7)).isEqualTo(7);
    }

    @Test
    void runsOnVirtualTime() throws Exception {
        TestRun run = settings.newRun();
        run.run(() -> sleep(Duration.ofDays(1)));
        assertThat(run.clock().time()).isEqualTo(Duration.ofDays(1).toNanos());
    }

    @Test
    void hasNoVirtualClockOnRealTime() {
        TestRun run = settings.onRealTime(true).newRun(ready -> 0);
        assertThatThrownBy(() -> run.run(() -> {
                    sleep(Duration.ofNanos(1));
                    run.clock();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("real time");
    }

    @Test
    void startsTasksInItsMode() throws Exception {
        List<String> trace = new ArrayList<>();
        settings.in(Mode.EAGER).newRun().run(() -> {
            Task<?> task = createTask(() -> trace.add("task"));
            trace.add("main");
            task.await();
        });
        assertThat(trace).containsExactly("task", "main");
    }

    @Test
    void orderDecidesWhoIsNext() throws Exception {
        List<String> trace = new ArrayList<>();
        settings.newRun(ready -> ready.size() - 1).run(() -> {
            Task<?> task = createTask(() -> trace.add("task"));
            sleep(Duration.ZERO);
            trace.add("main");
            task.await();
        });
        assertThat(trace).containsExactly("main", "task");
    }

    @Test
    void exceptionOfMainComesOutAsItIs() {
        IOException exception = new IOException("mine");
        assertThatThrownBy(() -> settings.newRun().run(() -> {
                    throw exception;
                }))
                .isSameAs(exception)
                .hasNoSuppressedExceptions();
    }

    @Test
    void whatReachesTheExceptionHandlerFailsATestThatReturned() {
        assertThatThrownBy(() -> settings.newRun().run(() -> {
                    getRunningLoop().callSoon(() -> {
                        throw new IllegalStateException("in a callback");
                    });
                    sleep(Duration.ZERO);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Exception in callback")
                .hasMessageContaining("in a callback");
    }

    @Test
    void failureNobodyRetrievedFailsATestThatReturned() {
        assertThatThrownBy(() -> settings.newRun().run(() -> {
                    createTask(() -> {
                        throw new IOException("lost");
                    });
                    sleep(Duration.ofSeconds(1));
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never retrieved")
                .hasMessageContaining("lost");
    }

    @Test
    void whatWasFoundIsSuppressedByTheExceptionOfMain() {
        assertThatThrownBy(() -> settings.newRun().run(() -> {
                    TestRun.current().found(new AssertionError("also this"));
                    throw new IOException("mine");
                }))
                .isInstanceOf(IOException.class)
                .satisfies(exception -> assertThat(exception.getSuppressed())
                        .hasSize(1)
                        .allMatch(e -> "also this".equals(e.getMessage())));
    }

    @Test
    void deadlockTellsWhereEachTaskWaits() {
        assertThatThrownBy(() -> settings.newRun().run(TestRunTest::waitForNothing))
                .isInstanceOf(DeadlockException.class)
                .satisfies(exception -> assertThat(exception.getSuppressed()[0].getStackTrace()[0].getMethodName())
                        .isEqualTo("waitForNothing"));
    }

    private static void waitForNothing() throws Exception {
        getRunningLoop().createFuture().await();
    }

    @Test
    void checksSeeTheRunBeforeMainAfterItAndAfterTheLoop() throws Exception {
        List<String> trace = new ArrayList<>();
        RunCheck check = new RunCheck() {
            @Override
            public void begins(TestRun run) {
                trace.add("begins");
            }

            @Override
            public void mainEnded(TestRun run) {
                trace.add("left: " + Asyncio.allTasks(run.loop()).size());
            }

            @Override
            public void closed(TestRun run) {
                trace.add("closed: " + run.loop().isClosed());
            }
        };
        settings.checkedBy(check).newRun().run(() -> {
            createTask(() -> sleep(Duration.ofDays(1)));
            trace.add("main");
        });
        assertThat(trace).containsExactly("begins", "main", "left: 1", "closed: true");
    }

    @Test
    void whatACheckThrowsIsFound() {
        RunCheck check = new RunCheck() {
            @Override
            public void closed(TestRun run) {
                throw new AssertionError("not tidy");
            }
        };
        assertThatThrownBy(() -> settings.checkedBy(check).newRun().run(() -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not tidy");
    }

    @Test
    void invariantsAreEvaluatedWhenAllTasksHaveEnded() throws Exception {
        List<String> trace = new ArrayList<>();
        TestRun run = settings.newRun();
        run.run(() -> {
            run.invariants().add("all have ended", () -> {
                assertThat(Asyncio.allTasks()).hasSize(1);
                trace.add("invariant");
            });
            createTask(() -> {
                try {
                    sleep(Duration.ofDays(1));
                } finally {
                    trace.add("task");
                }
            });
            sleep(Duration.ZERO);
        });
        assertThat(trace).containsExactly("task", "invariant");
    }

    @Test
    void everyFailedInvariantIsNamed() {
        TestRun run = settings.newRun();
        assertThatThrownBy(() -> run.run(() -> {
                    run.invariants().add("one is two", () -> assertThat(1).isEqualTo(2));
                    run.invariants().add("one is one", () -> {});
                    run.invariants().add("one is three", () -> assertThat(1).isEqualTo(3));
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("«one is two»")
                .hasMessageContaining("«one is three»")
                .message()
                .doesNotContain("«one is one»");
    }

    @Test
    void canBeRunOnce() throws Exception {
        TestRun run = settings.newRun();
        run.run(() -> {});
        assertThatThrownBy(() -> run.run(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("once");
    }

    @Test
    void tasksKnowTheRunTheyBelongTo() throws Exception {
        TestRun run = settings.newRun();
        TestRun known = run.run(() -> createTask(TestRun::current).await());
        assertThat(known).isSameAs(run);
        assertThat(TestRun.current()).isNull();
    }
}
