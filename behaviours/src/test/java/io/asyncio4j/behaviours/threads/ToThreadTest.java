package io.asyncio4j.behaviours.threads;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import io.asyncio4j.context.ContextVar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code toThread}: blocking work beside the loop. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ToThreadTest {
    private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    @Test
    void returnsWhatTheFunctionReturns() throws Exception {
        assertThat(run(() -> toThread(() -> "worked"))).isEqualTo("worked");
    }

    @Test
    void functionThatReturnsNothingIsAccepted() throws Exception {
        List<String> done = new ArrayList<>();
        run(() -> toThread(() -> {
            done.add("worked");
        }));
        assertThat(done).containsExactly("worked");
    }

    @Test
    void throwsTheFunctionsOwnException() throws Exception {
        IOException failure = new IOException("no such host");
        run(() -> assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> toThread(() -> {
                    throw failure;
                }))
                .isSameAs(failure));
    }

    @Test
    void runsOnAnotherThread() throws Exception {
        run(() -> assertThat(toThread(() -> Thread.currentThread())).isNotSameAs(Thread.currentThread()));
    }

    @Test
    void loopGoesOnMeanwhile() throws Exception {
        run(() -> {
            CountDownLatch letGo = new CountDownLatch(1);
            createTask(() -> letGo.countDown());
            toThread(() -> letGo.await());
            assertThat(letGo.getCount()).isZero();
        });
    }

    @Test
    void manyFunctionsBlockAtOnce() throws Exception {
        run(() -> {
            CyclicBarrier allAreHere = new CyclicBarrier(100);
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                tasks.add(createTask(() -> toThread(() -> allAreHere.await())));
            }
            for (Task<Integer> task : tasks) {
                assertThat(task.await()).isBetween(0, 99);
            }
        });
    }

    @Test
    void contextVariablesAreCarriedAlong() throws Exception {
        String seen = run(() -> {
            USER.set("ada");
            return toThread(() -> USER.get());
        });
        assertThat(seen).isEqualTo("ada");
    }

    @Test
    void whatTheFunctionSetsStaysThere() throws Exception {
        run(() -> {
            USER.set("ada");
            toThread(() -> {
                USER.set("grace");
            });
            assertThat(USER.get()).isEqualTo("ada");
        });
    }

    @Test
    void functionHasNoRunningLoop() throws Exception {
        run(() -> assertThatIllegalStateException()
                .isThrownBy(() -> toThread(() -> getRunningLoop()))
                .withMessageContaining("no running event loop"));
    }

    @Test
    void cancellationLeavesTheWorkRunning() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        run(() -> {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            Task<?> task = createTask(() -> toThread(() -> {
                begun.countDown();
                try {
                    letGo.await();
                    interrupted.complete(false);
                } catch (InterruptedException unexpected) {
                    interrupted.complete(true);
                }
            }));
            toThread(() -> begun.await());
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            assertThat(interrupted).isNotDone();
            letGo.countDown();
            assertThat(toThread(() -> interrupted.get())).isFalse();
        });
    }

    @Test
    void cancellationInterruptsTheWorkWhereTheCallerAskedForThat() throws Exception {
        CompletableFuture<String> ending = new CompletableFuture<>();
        run(() -> {
            CountDownLatch begun = new CountDownLatch(1);
            Task<?> task = createTask(() -> toThread(
                    () -> {
                        begun.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException expected) {
                            ending.complete("interrupted");
                            throw expected;
                        }
                    },
                    OnCancel.INTERRUPT));
            toThread(() -> begun.await());
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            assertThat(toThread(() -> ending.get())).isEqualTo("interrupted");
        });
    }

    @Test
    void interruptedWorkThatFailsForThatReasonIsNotReported() throws Exception {
        List<String> reports = new ArrayList<>();
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context.message()));
            CountDownLatch begun = new CountDownLatch(1);
            Task<?> task = createTask(() -> toThread(
                    () -> {
                        begun.countDown();
                        new CountDownLatch(1).await();
                    },
                    OnCancel.INTERRUPT));
            toThread(() -> begun.await());
            task.cancel();
            sleep(ZERO);
        });
        assertThat(reports).isEmpty();
    }

    @Test
    void failureOfWorkThatWasLeftRunningReachesTheExceptionHandler() throws Exception {
        CompletableFuture<Throwable> reported = new CompletableFuture<>();
        IOException failure = new IOException("too late for anybody");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.complete(context.exception()));
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            Task<?> task = createTask(() -> toThread(() -> {
                begun.countDown();
                letGo.await();
                throw failure;
            }));
            toThread(() -> begun.await());
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            letGo.countDown();
            assertThat(toThread(() -> reported.get(20, TimeUnit.SECONDS))).isSameAs(failure);
        });
    }

    @Test
    void failureAfterTheLoopIsClosedStillReachesTheExceptionHandler() throws Exception {
        CompletableFuture<Throwable> reported = new CompletableFuture<>();
        IOException failure = new IOException("too late for the loop");
        CountDownLatch letGo = new CountDownLatch(1);
        var loop = new io.asyncio4j.EventLoop();
        loop.setExceptionHandler((on, context) -> {
            if (context.exception() != null) {
                reported.complete(context.exception());
            }
        });
        loop.runInExecutor(null, () -> {
            letGo.await();
            throw failure;
        });
        loop.close();
        letGo.countDown();
        assertThat(reported.get(20, TimeUnit.SECONDS)).isSameAs(failure);
    }

    @Test
    void runReturnsOnlyAfterTheWorkItLeft() throws Exception {
        CountDownLatch letGo = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        run(() -> {
            CountDownLatch begun = new CountDownLatch(1);
            Future<?> abandoned = getRunningLoop().runInExecutor(null, () -> {
                begun.countDown();
                letGo.await();
                for (int time = 0; time < 10_000; time++) {
                    Thread.yield();
                }
                done.set(true);
                return null;
            });
            toThread(() -> begun.await());
            abandoned.cancel();
            getRunningLoop().callSoon(letGo::countDown);
        });
        assertThat(done).isTrue();
    }
}
