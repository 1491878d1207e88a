package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.time.LoopTime.now;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One section of one task, and requests from outside. */
@VirtualTime(detectDeadlock = true)
class ShieldedSectionTest {
    private final List<Object> seen = new ArrayList<>();

    /** Notes what the action throws, and when. */
    private void note(Runnable action) {
        Throwable thrown = catchThrowable(action::run);
        seen.add(thrown == null ? "returned" : thrown.getClass().getSimpleName() + " " + thrown.getMessage());
        seen.add(now());
    }

    private static String saved() {
        sleep(ofSeconds(2));
        return "saved";
    }

    @LazyAndEager
    void requestIsThrownByTheFirstWaitAfterTheSection(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                String result = shielded(ofSeconds(10), () -> saved());
                seen.add(result);
                note(() -> sleep(ofDays(1)));
                assertThat(now().minus(start)).isEqualTo(ofSeconds(2));
            });
            sleep(ofSeconds(1));
            task.cancel("enough");
            task.await();
        });
        assertThat(seen).startsWith("saved", "CancelledError enough");
    }

    @LazyAndEager
    void taskThatEndsWithItsSectionEndsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> {
                String result = shielded(ofSeconds(10), () -> saved());
                seen.add(result);
                return result;
            });
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(seen).containsExactly("saved");
    }

    @LazyAndEager
    void whatTheBodyThrowsIsNotLost(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                assertThatThrownBy(() -> shielded(ofSeconds(10), () -> {
                            sleep(ofSeconds(2));
                            throw new IOException("disk full");
                        }))
                        .isInstanceOf(IOException.class);
                note(() -> sleep(ZERO));
            });
            sleep(ofSeconds(1));
            task.cancel("enough");
            task.await();
        });
        assertThat(seen).startsWith("CancelledError enough");
    }

    @LazyAndEager
    void whenTheLimitIsOverTheWaitInsideIsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> shielded(ofSeconds(5), () -> note(() -> sleep(ofDays(1)))));
            sleep(ofSeconds(1));
            task.cancel("enough");
            task.await();
            assertThat(seen).containsExactly("CancelledError enough", start.plusSeconds(5));
        });
    }

    @LazyAndEager
    void limitRunsFromTheBeginningOfTheSection(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> shielded(ofSeconds(5), () -> {
                sleep(ofSeconds(3));
                note(() -> sleep(ofDays(1)));
            }));
            sleep(ofSeconds(4));
            task.cancel();
            task.await();
            assertThat(seen).containsExactly("CancelledError null", start.plusSeconds(5));
        });
    }

    @LazyAndEager
    void requestAfterTheLimitGoesThrough(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> shielded(ofSeconds(5), () -> note(() -> sleep(ofDays(1)))));
            sleep(ofSeconds(7));
            task.cancel("late");
            task.await();
            assertThat(seen).containsExactly("CancelledError late", start.plusSeconds(7));
        });
    }

    @LazyAndEager
    void sectionWithoutRequestsIsNotTouchedByItsLimit(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThat(shielded(ofSeconds(1), () -> saved())).isEqualTo("saved");
            assertThat(now().minus(start)).isEqualTo(ofSeconds(2));
        });
    }

    @LazyAndEager
    void zeroLimitProtectsFromNothing(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> shielded(ZERO, () -> note(() -> sleep(ofDays(1)))));
            sleep(ofSeconds(1));
            task.cancel("at once");
            task.await();
            assertThat(seen).containsExactly("CancelledError at once", start.plusSeconds(1));
        });
    }

    @LazyAndEager
    void sectionIsOverWhenItHasEnded(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofDays(1), () -> saved());
                note(() -> sleep(ofDays(1)));
            });
            sleep(ofSeconds(3));
            task.cancel("after it");
            task.await();
            assertThat(seen).containsExactly("CancelledError after it", start.plusSeconds(3));
        });
    }

    @LazyAndEager
    void pendingRequestIsKeptToo(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel("before it");
                seen.add(shielded(ofSeconds(10), () -> {
                    seen.add(currentTask().cancelling());
                    return saved();
                }));
                seen.add(currentTask().cancelling());
                note(() -> sleep(ZERO));
            });
            task.await();
        });
        assertThat(seen).startsWith(0, "saved", 1, "CancelledError before it");
    }

    @LazyAndEager
    void pendingRequestIsThrownInASectionOfNoTime(Mode mode) throws Exception {
        mode.run(() -> {
            createTask(() -> {
                        currentTask().cancel("before it");
                        shielded(ZERO, () -> note(() -> sleep(ofSeconds(1))));
                    })
                    .await();
        });
        assertThat(seen).startsWith("CancelledError before it");
    }

    @LazyAndEager
    void cleanupInFinallyIsNotDisturbedByASecondRequest(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    seen.add(shielded(ofSeconds(10), () -> saved()));
                }
            });
            sleep(ofSeconds(1));
            task.cancel("first");
            sleep(ofSeconds(1));
            task.cancel("second");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly("saved");
    }

    @LazyAndEager
    void interruptIsARequestToo(Mode mode) throws Exception {
        mode.run(() -> {
            createTask(() -> {
                        seen.add(shielded(ofSeconds(10), () -> {
                            Thread.currentThread().interrupt();
                            return saved();
                        }));
                        note(() -> sleep(ZERO));
                    })
                    .await();
        });
        assertThat(seen).startsWith("saved", "CancelledError null");
    }

    @LazyAndEager
    void reasonOfAKeptRequestArrives(Mode mode) throws Exception {
        Object reason = new Object();
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> saved());
                try {
                    sleep(ofDays(1));
                } catch (CancelledError error) {
                    seen.add(error.reason());
                }
            });
            sleep(ofSeconds(1));
            task.cancel("enough", reason);
            task.await();
        });
        assertThat(seen).containsExactly(reason);
    }

    @LazyAndEager
    void tasksThatTheBodyCreatesAreNotShielded(Mode mode) throws Exception {
        mode.run(() -> shielded(ofSeconds(10), () -> {
            Task<String> child = createTask(() -> saved());
            sleep(ZERO);
            child.cancel();
            assertThatThrownBy(child::await).isInstanceOf(CancelledError.class);
        }));
    }

    @LazyAndEager
    void requestIsNotPassedOnToWhatTheBodyAwaits(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> child = createTask(() -> saved());
            Task<String> parent = createTask(() -> shielded(ofSeconds(10), child::await));
            sleep(ofSeconds(1));
            parent.cancel();
            assertThat(child.await()).isEqualTo("saved");
            assertThat(catchThrowable(parent::await)).isInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void taskThatAwaitsAShieldedTaskWaitsForItsSection(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<String> child = createTask(() -> shielded(ofSeconds(10), () -> saved()));
            Task<?> parent = createTask(() -> child.await());
            sleep(ofSeconds(1));
            parent.cancel("down the chain");
            assertThat(parent.cancelling()).isEqualTo(1);
            assertThat(child.cancelling()).isZero();
            assertThatThrownBy(parent::await).isInstanceOf(CancelledError.class).hasMessage("down the chain");
            assertThat(child.cancelled()).isTrue();
            assertThat(now().minus(start)).isEqualTo(ofSeconds(2));
        });
    }

    @LazyAndEager
    void bodyRunsInTheCallingTaskItsThreadAndItsContext(Mode mode) throws Exception {
        ContextVar<String> variable = ContextVar.of("variable");
        mode.run(() -> {
            Task<?> task = currentTask();
            Thread thread = Thread.currentThread();
            shielded(ofSeconds(1), () -> {
                assertThat(currentTask()).isSameAs(task);
                assertThat(Thread.currentThread()).isSameAs(thread);
                variable.set("set inside");
            });
            assertThat(variable.get()).isEqualTo("set inside");
        });
    }

    @LazyAndEager
    void threadOfATaskThatEndedShieldsNobodyElse(Mode mode) throws Exception {
        mode.run(() -> {
            for (int round = 0; round < 3; round++) {
                createTask(() -> shielded(ofDays(1), () -> sleep(ZERO))).await();
            }
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            sleep(ZERO);
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
    }

    @Test
    void cleanupOfADestroyedTaskRunsAsFarAsItNeedsNoWait() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((_, _) -> {});
        loop.createTask(() -> {
            try {
                sleep(ofDays(1));
            } finally {
                shielded(ofSeconds(1), () -> {
                    seen.add("closed");
                });
            }
        });
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.close();
        assertThat(seen).containsExactly("closed");
    }

    @Test
    void badInputIsRefusedBeforeTheBodyRuns() throws Exception {
        Coroutine<Boolean> body = () -> seen.add("ran");
        new EventLoop().runUntilComplete(() -> {
            assertThatNullPointerException().isThrownBy(() -> shielded(null, body));
            assertThatNullPointerException().isThrownBy(() -> shielded(ofSeconds(1), (Coroutine<?>) null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shielded(ofSeconds(-1), body))
                    .withMessageContaining("negative");
            assertThatIllegalArgumentException().isThrownBy(() -> shielded(ofDays(365 * 300), body));
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void whoIsNoTaskIsRefused() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> shielded(ofSeconds(1), () -> seen.add("ran")));
        new EventLoop().runUntilComplete(() -> {
            Future<Throwable> refusal = getRunningLoop().createFuture();
            getRunningLoop()
                    .callSoon(() ->
                            refusal.setResult(catchThrowable(() -> shielded(ofSeconds(1), () -> seen.add("ran")))));
            assertThat(refusal.await()).isInstanceOf(IllegalStateException.class);
        });
        assertThat(seen).isEmpty();
    }
}
