package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelOutcome;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class CancelAndWaitTest {
    private final List<Object> seen = new ArrayList<>();

    private static void sleepAndCleanUp(Duration cleanup) {
        try {
            sleep(ofDays(1));
        } finally {
            sleep(cleanup);
        }
    }

    @LazyAndEager
    void taskThatEndsCancelledIsWaitedFor(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(1)));
            sleep(ZERO);
            assertThat(task.cancelAndWait("enough")).isEqualTo(CancelOutcome.CANCELLED);
            assertThatThrownBy(task::result)
                    .isInstanceOf(ChildCancelledError.class)
                    .hasMessage("enough");
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void taskThatReturnsAResultAllTheSameHasFinished(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> {
                try {
                    return sleep(ofDays(1), "never");
                } catch (CancelledError swallowed) {
                    return "anyway";
                }
            });
            sleep(ZERO);
            assertThat(task.cancelAndWait()).isEqualTo(CancelOutcome.FINISHED);
            assertThat(task.result()).isEqualTo("anyway");
        });
    }

    @LazyAndEager
    void failureInAnswerHasNotBeenRetrieved(Mode mode) throws Exception {
        IOException failure = new IOException("no cleanup");
        EventLoop loop = mode.newEventLoop();
        loop.setExceptionHandler((ignored, context) -> seen.add(context.exception()));
        loop.runUntilComplete(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError error) {
                    throw failure;
                }
            });
            sleep(ZERO);
            return task.cancelAndWait();
        });
        loop.close();
        assertThat(seen).containsExactly(failure);
    }

    @LazyAndEager
    void taskThatOutlivesItsGraceIsStillRunningAndStaysCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(5)));
            sleep(ZERO);
            long start = getRunningLoop().time();
            assertThat(task.cancelAndWait(null, ofSeconds(2))).isEqualTo(CancelOutcome.STILL_RUNNING);
            assertThat(getRunningLoop().time() - start).isEqualTo(ofSeconds(2).toNanos());
            assertThat(task.cancelling()).isEqualTo(1);
            assertThatThrownBy(task::await).isInstanceOf(ChildCancelledError.class);
        });
    }

    @LazyAndEager
    void taskThatEndsWithinItsGraceIsNotWaitedForLonger(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(1)));
            sleep(ZERO);
            long start = getRunningLoop().time();
            assertThat(task.cancelAndWait(null, ofSeconds(2))).isEqualTo(CancelOutcome.CANCELLED);
            assertThat(getRunningLoop().time() - start).isEqualTo(ofSeconds(1).toNanos());
        });
    }

    @LazyAndEager
    void withoutGraceTheTaskHasOneTurn(Mode mode) throws Exception {
        mode.run(() -> {
            for (Duration none : List.of(ZERO, ofSeconds(-1))) {
                Task<?> prompt = createTask(() -> sleep(ofDays(1)));
                Task<?> slow = createTask(() -> sleepAndCleanUp(ofSeconds(1)));
                sleep(ZERO);
                assertThat(prompt.cancelAndWait(null, none)).isEqualTo(CancelOutcome.CANCELLED);
                assertThat(slow.cancelAndWait(null, none)).isEqualTo(CancelOutcome.STILL_RUNNING);
            }
        });
    }

    @LazyAndEager
    void taskThatIsDoneIsAskedNothingAndTheCallerIsNotSuspended(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> "value");
            Task<?> cancelled = createTask(() -> sleep(ofDays(1)));
            sleep(ZERO);
            cancelled.cancelAndWait();
            getRunningLoop().callSoon(() -> seen.add("next turn"));
            seen.add(task.cancelAndWait());
            seen.add(cancelled.cancelAndWait());
            assertThat(task.cancelling()).isZero();
        });
        assertThat(seen).startsWith(CancelOutcome.FINISHED, CancelOutcome.CANCELLED);
    }

    @LazyAndEager
    void taskThatHasNotBegunNeverDoes(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                sleep(ZERO);
                seen.add("never");
            });
            assertThat(task.cancelAndWait()).isEqualTo(CancelOutcome.CANCELLED);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void cancelledCallerLeavesTheTaskCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(5)));
            sleep(ZERO);
            Task<?> caller = createTask(() -> {
                Throwable thrown = catchThrowable(task::cancelAndWait);
                seen.add(thrown.getClass());
                seen.add(task.done());
                throw (Error) thrown;
            });
            sleep(ofSeconds(1));
            caller.cancel("enough");
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
            assertThatThrownBy(task::await).isInstanceOf(ChildCancelledError.class);
            assertThat(caller.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly(CancelledError.class, false);
    }

    @LazyAndEager
    void cancellationInTheTurnOfTheEndWins(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(1)));
            sleep(ZERO);
            Task<?> caller = createTask(() -> task.cancelAndWait());
            sleep(ZERO);
            task.addDoneCallback(done -> caller.cancel());
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class);
            assertThat(caller.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void timeoutEndsTheWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(5)));
            sleep(ZERO);
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> task.cancelAndWait()))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
            assertThat(task.done()).isFalse();
        });
    }

    @LazyAndEager
    void twoMayWaitForTheSameEnd(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepAndCleanUp(ofSeconds(5)));
            sleep(ZERO);
            Task<CancelOutcome> patient = createTask(() -> task.cancelAndWait());
            Task<CancelOutcome> hurried = createTask(() -> task.cancelAndWait(null, ofSeconds(1)));
            seen.add(hurried.await());
            patient.await();
        });
        assertThat(seen).containsExactly(CancelOutcome.STILL_RUNNING);
    }

    @LazyAndEager
    void taskCannotWaitForItself(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> currentTask().cancelAndWait())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("its own end");
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void callbackCannotWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            getRunningLoop().callSoon(() -> seen.add(catchThrowable(task::cancelAndWait)));
            sleep(ofSeconds(1));
            assertThat(task.cancelling()).isZero();
        });
        assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @LazyAndEager
    void graceIsRequiredAndLimited(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            assertThatThrownBy(() -> task.cancelAndWait(null, null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> task.cancelAndWait(null, ofDays(200_000)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(task.cancelling()).isZero();
        });
    }
}
