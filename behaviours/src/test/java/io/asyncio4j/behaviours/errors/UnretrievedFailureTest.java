package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shield;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Future;
import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Failures that nobody retrieved, reported when the loop is closed. {@link GarbageFailureTest} has those that are
 * reported before.
 */
@VirtualTime(detectDeadlock = true)
class UnretrievedFailureTest {
    private final IllegalStateException failure = new IllegalStateException("boom");
    private final List<ExceptionContext> reported = new ArrayList<>();
    private final List<Object> kept = new ArrayList<>();

    private void runNoting(Mode mode, VoidCoroutine main) throws Exception {
        mode.run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            main.run();
        });
    }

    /** A task that has failed and that nobody has asked. */
    private Task<Object> failed() {
        Task<Object> task = createTask(
                () -> {
                    throw failure;
                },
                "fetch");
        sleep(ZERO);
        // not to become garbage before the end
        kept.add(task);
        return task;
    }

    @LazyAndEager
    void failureOfATaskIsReportedWithItsName(Mode mode) throws Exception {
        runNoting(mode, this::failed);
        assertThat(reported).singleElement().satisfies(context -> {
            assertThat(context.exception()).isSameAs(failure);
            assertThat(context.message()).contains("fetch").contains("Task exception was never retrieved");
        });
    }

    @LazyAndEager
    void failureOfAFutureIsReported(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Future<Object> future = getRunningLoop().createFuture();
            kept.add(future);
            future.setException(failure);
        });
        assertThat(reported).singleElement().satisfies(context -> {
            assertThat(context.exception()).isSameAs(failure);
            assertThat(context.message()).contains("Future exception was never retrieved");
        });
    }

    @LazyAndEager
    void outsideDebugModeTheOriginIsNotKnown(Mode mode) throws Exception {
        runNoting(mode, this::failed);
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.source()).isNull());
    }

    @LazyAndEager
    void inDebugModeTheOriginIsReportedToo(Mode mode) throws Exception {
        runNoting(mode, () -> {
            getRunningLoop().setDebug(true);
            failed();
        });
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.source().getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("failed"));
    }

    @LazyAndEager
    void severalAreReportedInTheOrderInWhichTheyFailed(Mode mode) throws Exception {
        IllegalStateException second = new IllegalStateException("second");
        runNoting(mode, () -> {
            failed();
            Future<Object> future = getRunningLoop().createFuture();
            kept.add(future);
            future.setException(second);
        });
        assertThat(reported).extracting(ExceptionContext::exception).containsExactly(failure, second);
    }

    @LazyAndEager
    void doneCallbackThatDoesNotLookDoesNotRetrieve(Mode mode) throws Exception {
        runNoting(mode, () -> {
            failed().addDoneCallback(done -> {});
            sleep(ZERO);
        });
        assertThat(reported).hasSize(1);
    }

    @LazyAndEager
    void askingWhetherItIsDoneDoesNotRetrieve(Mode mode) throws Exception {
        runNoting(mode, () -> assertThat(failed().done()).isTrue());
        assertThat(reported).hasSize(1);
    }

    @LazyAndEager
    void askingWhetherItHasFailedDoesNotRetrieve(Mode mode) throws Exception {
        runNoting(mode, () -> assertThat(failed().failed()).isTrue());
        assertThat(reported).hasSize(1);
    }

    @LazyAndEager
    void showingItDoesNotRetrieve(Mode mode) throws Exception {
        runNoting(mode, () -> assertThat(failed().toString()).contains("boom"));
        assertThat(reported).hasSize(1);
    }

    @LazyAndEager
    void waitForAllDoesNotRetrieve(Mode mode) throws Exception {
        runNoting(mode, () -> Asyncio.wait(List.of(failed())));
        assertThat(reported).hasSize(1);
    }

    @LazyAndEager
    void waitForTheFirstExceptionLooksAtItAndSoRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Future<Object> pending = getRunningLoop().createFuture();
            Asyncio.wait(List.of(failed(), pending), ReturnWhen.FIRST_EXCEPTION);
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void resultRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> assertThatThrownBy(failed()::result).isSameAs(failure));
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void exceptionRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> assertThat(failed().exception()).isSameAs(failure));
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void awaitRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> assertThatThrownBy(failed()::await).isSameAs(failure));
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cancelRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> assertThat(failed().cancel()).isFalse());
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void gatherRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> gather(true, failed()).await());
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void groupRetrieves(Mode mode) throws Exception {
        runNoting(
                mode,
                () -> assertThatThrownBy(() -> taskGroup(group -> {
                            group.createTask(() -> {
                                throw failure;
                            });
                        }))
                        .isInstanceOf(ExceptionGroup.class));
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void bridgeToACompletableFutureRetrieves(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Task<Object> task = failed();
            kept.add(task.toCompletableFuture());
            sleep(ZERO);
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void shieldPassesTheDutyOn(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Future<Object> inner = getRunningLoop().createFuture();
            kept.add(shield(inner));
            inner.setException(failure);
            sleep(ZERO);
        });
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.exception()).isSameAs(failure));
    }

    @LazyAndEager
    void gatherThatNobodyAwaitsIsReported(Mode mode) throws Exception {
        runNoting(mode, () -> {
            kept.add(gather(failed()));
            sleep(ZERO);
        });
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.exception()).isSameAs(failure));
    }

    @LazyAndEager
    void cancelledTaskIsNoFailure(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            kept.add(task);
            sleep(ZERO);
            task.cancel();
            sleep(ZERO);
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void failureThatComesOutOfTheRunIsNotReported(Mode mode) {
        assertThatThrownBy(() -> runNoting(mode, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cancelledCallerOfAGatherLeavesNothingToReport(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Task<?> caller =
                    createTask(() -> gather(createTask(() -> sleep(ofDays(1)))).await());
            sleep(ZERO);
            caller.cancel();
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class);
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void failureThatComesInTheTurnItsWaiterIsCancelledIsRetrievedByTheWait(Mode mode) throws Exception {
        runNoting(mode, () -> {
            Future<Object> future = getRunningLoop().createFuture();
            kept.add(future);
            Task<?> waiter = createTask(future::await);
            sleep(ZERO);
            future.setException(failure);
            waiter.cancel();
            assertThatThrownBy(waiter::await).isInstanceOf(CancelledError.class);
        });
        assertThat(reported).isEmpty();
    }
}
