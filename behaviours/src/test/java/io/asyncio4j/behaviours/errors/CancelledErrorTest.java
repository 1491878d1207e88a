package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a cancellation says: message, who asked, where in debug mode; and errors of a program's own class. */
@VirtualTime(detectDeadlock = true)
class CancelledErrorTest {
    private static final class Stopped extends CancelledError {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }

    private static Task<?> sleeper() {
        return createTask(() -> sleep(ofDays(1)));
    }

    private static CancelledError errorOf(Future<?> future) {
        return catchThrowableOfType(CancelledError.class, future::await);
    }

    @LazyAndEager
    void messageOfTheRequestIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            task.cancel("enough");
            assertThat(errorOf(task)).hasMessage("enough");
        });
    }

    @LazyAndEager
    void messageIsKeptForEveryObserver(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            Task<?> first = createTask(task::await);
            Task<?> second = createTask(task::await);
            sleep(ZERO);
            task.cancel("enough");
            assertThat(errorOf(first)).hasMessage("enough");
            assertThat(errorOf(second)).hasMessage("enough");
            assertThatThrownBy(task::result).hasMessage("enough");
            assertThatThrownBy(task::exception).hasMessage("enough");
        });
    }

    @LazyAndEager
    void ofTwoRequestsMessageAndReasonAreThoseOfTheFirst(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            sleep(ZERO);
            task.cancel("first", "the first's reason");
            task.cancel("second", "the second's reason");
            CancelledError error = errorOf(task);
            assertThat(error).hasMessage("first");
            assertThat(error.reason()).isEqualTo("the first's reason");
        });
    }

    @LazyAndEager
    void errorThrownByHandMayHaveAReason(Mode mode) throws Exception {
        mode.run(() -> {
            Exception cause = new Exception("why");
            Task<?> task = createTask(() -> {
                throw CancelledError.because("by hand", "a reason", cause);
            });
            CancelledError error = errorOf(task);
            assertThat(error).hasMessage("by hand");
            assertThat(error.reason()).isEqualTo("a reason");
            assertThat(error.getCause()).hasCause(cause);
            assertThat(task.cancelled()).isTrue();
        });
    }

    @Test
    void reasonThatIsNoneIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> CancelledError.because("by hand", null, null));
    }

    @LazyAndEager
    void reasonOfTheRequestIsKeptForTheTaskAndItsObservers(Mode mode) throws Exception {
        Object reason = new Object();
        mode.run(() -> {
            List<@Nullable Object> seen = new ArrayList<>();
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError error) {
                    seen.add(error.reason());
                    throw error;
                }
            });
            sleep(ZERO);
            task.cancel("enough", reason);
            seen.add(errorOf(task).reason());
            assertThat(seen).containsExactly(reason, reason);
        });
    }

    @LazyAndEager
    void withoutReasonThereIsNone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            task.cancel("enough");
            assertThat(errorOf(task).reason()).isNull();
        });
    }

    @LazyAndEager
    void withoutMessageThereIsNone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            task.cancel();
            assertThat(errorOf(task)).hasMessage(null);
        });
    }

    @LazyAndEager
    void messageReachesTheEndOfAChainOfAwaits(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> last = sleeper();
            Task<?> first = createTask(() -> createTask(last::await).await());
            sleep(ZERO);
            sleep(ZERO);
            first.cancel("enough");
            assertThat(errorOf(first)).hasMessage("enough");
            assertThat(errorOf(last)).hasMessage("enough");
        });
    }

    @LazyAndEager
    void requestedByIsTheTaskThatAsked(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            Task<?> asking = createTask(() -> task.cancel());
            asking.await();
            assertThat((Object) errorOf(task).requestedBy()).isSameAs(asking);
        });
    }

    @LazyAndEager
    void taskItselfIsToldWhoAsked(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Object> task = createTask((Coroutine<Object>) () -> {
                try {
                    return sleep(ofDays(1), "slept");
                } catch (CancelledError error) {
                    return error.requestedBy();
                }
            });
            sleep(ZERO);
            task.cancel();
            assertThat(task.await()).isSameAs(currentTask());
        });
    }

    @LazyAndEager
    void requestedByIsNullWhenACallbackAsked(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            getRunningLoop().callSoon(task::cancel);
            CancelledError error = errorOf(task);
            assertThat((Object) error.requestedBy()).isNull();
        });
    }

    @LazyAndEager
    void requestedByIsNullOfAnErrorNobodyAskedFor(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                throw new CancelledError("by myself");
            });
            assertThat((Object) errorOf(task).requestedBy()).isNull();
        });
    }

    @LazyAndEager
    void requestedByPassesThroughAChildOfAChild(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> grandchild = sleeper();
            Task<?> child = createTask(grandchild::await);
            sleep(ZERO);
            grandchild.cancel();
            assertThat((Object) errorOf(child).requestedBy()).isSameAs(currentTask());
        });
    }

    @LazyAndEager
    void outsideDebugModeThereIsNeitherStackTraceNorCause(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = sleeper();
            task.cancel();
            CancelledError error = errorOf(task);
            assertThat(error.getStackTrace()).isEmpty();
        });
    }

    @Test
    void outsideDebugModeOnesOwnErrorHasNoCause() throws Exception {
        run(() -> {
            currentTask().cancel();
            CancelledError error = catchThrowableOfType(CancelledError.class, () -> sleep(ZERO));
            assertThat(error).hasNoCause();
            assertThat(error.getStackTrace()).isEmpty();
            currentTask().uncancel();
        });
    }

    private static void asksForTheEndOf(Task<?> task) {
        task.cancel("enough");
    }

    @Test
    void inDebugModeItsCauseShowsWhereTheCancelWasAskedFor() throws Exception {
        run(
                () -> {
                    Task<?> task = sleeper();
                    asksForTheEndOf(task);
                    CancelledError error = errorOf(task);
                    assertThat(error.getCause().getStackTrace())
                            .extracting(StackTraceElement::getMethodName)
                            .contains("asksForTheEndOf");
                },
                true);
    }

    @Test
    void inDebugModeTheTaskItselfSeesWhereTheCancelWasAskedFor() throws Exception {
        run(
                () -> {
                    asksForTheEndOf(currentTask());
                    CancelledError error = catchThrowableOfType(CancelledError.class, () -> sleep(ZERO));
                    assertThat(error.getCause().getStackTrace())
                            .extracting(StackTraceElement::getMethodName)
                            .contains("asksForTheEndOf");
                    currentTask().uncancel();
                },
                true);
    }

    @Test
    void inDebugModeItHasAStackTrace() throws Exception {
        run(
                () -> {
                    Task<?> task = sleeper();
                    task.cancel();
                    assertThat(errorOf(task).getStackTrace()).isNotEmpty();
                },
                true);
    }

    @LazyAndEager
    void ownClassOfErrorEndsTheTaskCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                throw new Stopped("mine");
            });
            sleep(ZERO);
            assertThat(task.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void ownClassOfErrorPassesAsTheObjectItIs(Mode mode) throws Exception {
        mode.run(() -> {
            Stopped error = new Stopped("mine");
            Task<?> task = createTask(() -> {
                throw error;
            });
            assertThatThrownBy(task::await).isSameAs(error);
            assertThatThrownBy(task::result).isSameAs(error);
            assertThatThrownBy(task::exception).isSameAs(error);
        });
    }

    @LazyAndEager
    void ownClassOfErrorPassesThroughAChainOfTasks(Mode mode) throws Exception {
        mode.run(() -> {
            Stopped error = new Stopped("mine");
            Task<?> last = createTask(() -> {
                throw error;
            });
            Task<?> first = createTask(() -> createTask(last::await).await());
            assertThatThrownBy(first::await).isSameAs(error);
        });
    }

    @LazyAndEager
    void ownClassOfErrorPassesThroughGather(Mode mode) throws Exception {
        mode.run(() -> {
            Stopped error = new Stopped("mine");
            Task<Object> task = createTask(() -> {
                throw error;
            });
            assertThatThrownBy(gather(task)::await).isSameAs(error);
        });
    }

    @LazyAndEager
    void ownClassOfErrorInTheCleanupAfterACancelReplacesOurs(Mode mode) throws Exception {
        mode.run(() -> {
            Stopped error = new Stopped("mine");
            Task<?> child = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    throwIt(error);
                }
            });
            Task<?> parent = createTask(child::await);
            sleep(ZERO);
            parent.cancel("ours");
            assertThatThrownBy(parent::await).isSameAs(error);
        });
    }

    private static void throwIt(Error error) {
        throw error;
    }

    @Test
    void errorMadeByAProgramSaysWhatItWasGiven() {
        IllegalStateException cause = new IllegalStateException();
        assertThat(new CancelledError()).hasMessage(null).hasNoCause();
        assertThat(new CancelledError("message")).hasMessage("message").hasNoCause();
        assertThat(new CancelledError("message", cause)).hasMessage("message").hasCause(cause);
    }
}
