package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.shield;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.waitFor;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Who was cancelled, seen through gather, shield, waitFor, timeout and group. */
@VirtualTime(detectDeadlock = true)
class CancelledThroughTest {
    private final List<CancelledError> seen = new ArrayList<>();

    /** A task that notes what cancellation comes out of the body. */
    private Task<?> parent(VoidCoroutine body) {
        return createTask(() -> {
            try {
                body.run();
            } catch (CancelledError error) {
                seen.add(error);
            }
        });
    }

    private static Task<Object> sleeper() {
        return createTask((Coroutine<Object>) () -> sleep(ofDays(1), "slept"));
    }

    private void assertToldOf(Future<?> child) {
        assertThat(seen)
                .singleElement()
                .isInstanceOfSatisfying(
                        ChildCancelledError.class,
                        error -> assertThat(error.future()).isSameAs(child));
    }

    private void assertToldOfItself() {
        assertThat(seen).singleElement().isExactlyInstanceOf(CancelledError.class);
    }

    private void cancelAndJoin(Task<?> whom, Task<?> parent) throws Exception {
        sleep(ZERO);
        whom.cancel();
        parent.await();
    }

    @LazyAndEager
    void gatherNamesTheChild(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            cancelAndJoin(child, parent(() -> gather(sleeper(), child).await()));
            assertToldOf(child);
        });
    }

    @LazyAndEager
    void gatherTellsTheCallerThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parent(() -> gather(sleeper(), sleeper()).await());
            cancelAndJoin(parent, parent);
            assertToldOfItself();
        });
    }

    @LazyAndEager
    void gatherThatWasCancelledItselfIsNoCancellationOfTheCaller(Mode mode) throws Exception {
        mode.run(() -> {
            Future<?> gathering = gather(sleeper(), sleeper());
            sleep(ZERO);
            gathering.cancel("enough");
            assertThatThrownBy(gathering::await)
                    .isInstanceOf(ChildCancelledError.class)
                    .hasMessage("enough");
        });
    }

    @LazyAndEager
    void shieldIsTheFutureThatIsNamed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Object> child = sleeper();
            Future<Object> outer = shield(child);
            cancelAndJoin(child, parent(outer::await));
            assertToldOf(outer);
        });
    }

    @LazyAndEager
    void shieldTellsTheCallerThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Object> child = sleeper();
            Task<?> parent = parent(() -> shield(child).await());
            cancelAndJoin(parent, parent);
            assertToldOfItself();
            assertThat(child.done()).isFalse();
        });
    }

    @LazyAndEager
    void waitForNamesTheChild(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Object> child = sleeper();
            cancelAndJoin(child, parent(() -> waitFor(child, ofDays(2))));
            assertToldOf(child);
        });
    }

    @LazyAndEager
    void waitForTellsTheCallerThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parent(() -> waitFor(sleeper(), ofDays(2)));
            cancelAndJoin(parent, parent);
            assertToldOfItself();
        });
    }

    @LazyAndEager
    void timeoutLetsTheChildsCancellationPass(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = sleeper();
            cancelAndJoin(
                    child,
                    parent(() -> timeout(ofDays(2), limit -> {
                        child.await();
                    })));
            assertToldOf(child);
        });
    }

    @LazyAndEager
    void timeoutTellsTheCallerThatItIsMeant(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parent(() -> timeout(ofDays(2), limit -> {
                sleeper().await();
            }));
            cancelAndJoin(parent, parent);
            assertToldOfItself();
        });
    }

    @LazyAndEager
    void insideATimeoutItsExpiryIsAPlainCancellationOfTheTask(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                        try {
                            sleeper().await();
                        } catch (CancelledError error) {
                            seen.add(error);
                            throw error;
                        }
                    }))
                    .isInstanceOf(TimeoutException.class)
                    .hasCause(seen.getFirst());
            assertToldOfItself();
        });
    }

    @LazyAndEager
    void groupLetsTheChildsCancellationOutOfItsBody(Mode mode) throws Exception {
        mode.run(() -> {
            List<Task<?>> children = new ArrayList<>();
            Task<?> parent = parent(() -> taskGroup(group -> {
                Task<?> child = group.createTask(() -> sleep(ofDays(1)));
                children.add(child);
                child.await();
            }));
            sleep(ZERO);
            cancelAndJoin(children.getFirst(), parent);
            assertToldOf(children.getFirst());
        });
    }

    @LazyAndEager
    void groupWithACancelledChildIsNotCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            parent(() -> taskGroup(group -> {
                        Task<?> child = group.createTask(() -> sleep(ofDays(1)));
                        child.cancel();
                    }))
                    .await();
            assertThat(seen).isEmpty();
        });
    }

    @LazyAndEager
    void groupTellsItsTaskThatItIsMeantWhileItWaitsForChildren(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parent(() -> taskGroup(group -> {
                group.createTask(() -> sleep(ofDays(1)));
            }));
            cancelAndJoin(parent, parent);
            assertToldOfItself();
        });
    }

    @LazyAndEager
    void groupTellsItsTaskThatItIsMeantWhileTheBodyAwaitsAChild(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> parent = parent(() -> taskGroup(group -> {
                group.createTask(() -> sleep(ofDays(1))).await();
            }));
            cancelAndJoin(parent, parent);
            assertToldOfItself();
        });
    }
}
