package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.Asyncio.wrapFuture;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.executors.LoopExecutor;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop as a {@code ScheduledExecutorService}. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SAME_THREAD)
class LoopExecutorTest {
    private final List<Object> seen = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    private static LoopExecutor executor() {
        return new LoopExecutor(getRunningLoop());
    }

    @SuppressWarnings("unchecked")
    private static <T> T await(Future<T> future) throws Exception {
        return wrapFuture((CompletionStage<T>) future).await();
    }

    private static void turns(int number) {
        for (int turn = 0; turn < number; turn++) {
            sleep(ZERO);
        }
    }

    private long seconds() {
        return NANOSECONDS.toSeconds(getRunningLoop().time());
    }

    @Test
    void workRunsAsATaskOfTheLoopAndMayAwait() throws Exception {
        run(() -> {
            Future<String> result =
                    executor().submit(() -> sleep(ofSeconds(1), currentTask().getName()));
            assertThat(await(result))
                    .startsWith("Task-")
                    .isNotEqualTo(currentTask().getName());
            assertThat(seconds()).isEqualTo(1);
        });
    }

    @Test
    void workOfAnotherThreadComesBackThere() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            assertThat(toThread(() -> executor.submit(() -> sleep(ZERO, "done")).get()))
                    .isEqualTo("done");
        });
    }

    @Test
    void workBeginsInTheOrderOfItsSubmission() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            executor.execute(() -> seen.add(1));
            executor.submit(() -> seen.add(2));
            await(executor.submit(() -> seen.add(3), "three"));
        });
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Test
    void runnableGivesTheResultItCameWith() throws Exception {
        run(() -> {
            assertThat(await(executor().submit(() -> {}, "result"))).isEqualTo("result");
            assertThat((Object) await(executor().submit(() -> {}))).isNull();
        });
    }

    @Test
    void failureIsTheFutures() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            Future<?> future = executor().submit(() -> {
                throw failure;
            });
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> await(future))
                    .isSameAs(failure);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(future::get)
                    .withCause(failure);
        });
    }

    @Test
    void failureOfExecuteIsReported() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            executor().execute(() -> {
                throw failure;
            });
            turns(4);
        });
        assertThat(reports)
                .singleElement()
                .extracting(ExceptionContext::exception)
                .isSameAs(failure);
    }

    @Test
    void delayIsOfTheLoopsClock() throws Exception {
        run(() -> {
            ScheduledFuture<Long> late = executor().schedule(() -> seconds(), 3600, SECONDS);
            assertThat(late.getDelay(SECONDS)).isEqualTo(3600);
            assertThat(await(late)).isEqualTo(3600);
        });
    }

    @Test
    void scheduledWorkRunsByItsDeadline() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            ScheduledFuture<?> second = executor.schedule(() -> seen.add("second"), 2, SECONDS);
            ScheduledFuture<?> first = executor.schedule(() -> seen.add("first"), 1, SECONDS);
            executor.schedule(() -> seen.add("now"), -1, SECONDS);
            assertThat(first.compareTo(second)).isNegative();
            await(second);
        });
        assertThat(seen).containsExactly("now", "first", "second");
    }

    @Test
    void fixedRateMakesUpForWhatIsLate() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleAtFixedRate(
                            () -> {
                                seen.add(seconds());
                                sleep(ofSeconds(seen.size() == 1 ? 5 : 0));
                            },
                            1,
                            2,
                            SECONDS);
            sleep(ofMillis(9_500));
            ticks.cancel(false);
        });
        assertThat(seen).containsExactly(1L, 6L, 6L, 7L, 9L);
    }

    @Test
    void fixedDelayCountsFromTheEnd() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleWithFixedDelay(
                            () -> {
                                seen.add(seconds());
                                sleep(ofSeconds(5));
                            },
                            1,
                            2,
                            SECONDS);
            sleep(ofSeconds(16));
            ticks.cancel(true);
        });
        assertThat(seen).containsExactly(1L, 8L, 15L);
    }

    @Test
    void failureStopsWhatIsPeriodic() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleAtFixedRate(
                            () -> {
                                seen.add(seconds());
                                throw new IllegalStateException("broken");
                            },
                            1,
                            1,
                            SECONDS);
            assertThatIllegalStateException().isThrownBy(() -> await(ticks));
            sleep(ofSeconds(5));
        });
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void periodOfNothingIsRefused() throws Exception {
        run(() -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> executor().scheduleAtFixedRate(() -> {}, 1, 0, SECONDS));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> executor().scheduleWithFixedDelay(() -> {}, 1, -1, SECONDS));
        });
    }

    @Test
    void nullIsRefused() throws Exception {
        run(() -> {
            assertThatNullPointerException().isThrownBy(() -> new LoopExecutor(null));
            assertThatNullPointerException().isThrownBy(() -> executor().execute(null));
            assertThatNullPointerException().isThrownBy(() -> executor().submit((Callable<?>) null));
            assertThatNullPointerException().isThrownBy(() -> executor().scheduleAtFixedRate(null, 1, 1, SECONDS));
        });
    }

    private Object sleeping() {
        seen.add("begun");
        try {
            return sleep(ofSeconds(10), "finished");
        } catch (CancelledError error) {
            seen.add("cancelled");
            throw error;
        } finally {
            seen.add("ended");
        }
    }

    @Test
    void cancelTrueCancelsTheTask() throws Exception {
        run(() -> {
            Future<?> future = executor().submit(this::sleeping);
            turns(3);
            assertThat(future.cancel(true)).isTrue();
            assertThat(future.isDone()).isTrue();
            assertThat(future.isCancelled()).isTrue();
            turns(3);
        });
        assertThat(seen).containsExactly("begun", "cancelled", "ended");
    }

    @Test
    void cancelFalseLetsItFinish() throws Exception {
        run(() -> {
            Future<?> future = executor().submit(this::sleeping);
            turns(3);
            assertThat(future.cancel(false)).isTrue();
            assertThat(future.cancel(false)).isTrue();
            sleep(ofSeconds(11));
        });
        assertThat(seen).containsExactly("begun", "ended");
    }

    @Test
    void cancelFalseKeepsItFromStarting() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            executor.submit(this::sleeping).cancel(false);
            executor.schedule(this::sleeping, 1, SECONDS).cancel(false);
            turns(5);
            executor.shutdown();
            assertThat(executor.isTerminated()).isTrue();
            sleep(ofSeconds(2));
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void failureAfterTheCancellationIsReported() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            Future<?> future = executor().submit(() -> {
                try {
                    return sleep(ofSeconds(1), 1);
                } finally {
                    fail();
                }
            });
            turns(3);
            future.cancel(true);
            turns(4);
        });
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.exception()).hasMessage("in the cleanup"));
    }

    private static void fail() {
        throw new IllegalStateException("in the cleanup");
    }

    @Test
    void shutdownFinishesWhatIsThereAndTakesNoMore() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            Future<?> running = executor.submit(this::sleeping);
            Future<?> delayed = executor.schedule(() -> seen.add("delayed"), 20, SECONDS);
            Future<?> periodic = executor.scheduleAtFixedRate(() -> seen.add("tick"), 1, 1, SECONDS);
            turns(3);
            executor.shutdown();
            assertThat(executor.isShutdown()).isTrue();
            assertThat(executor.isTerminated()).isFalse();
            assertThat(periodic.isCancelled()).isTrue();
            assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.execute(() -> {}));
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> executor.schedule(() -> {}, 1, SECONDS));
            assertThat((Object) await(running)).isEqualTo("finished");
            await(delayed);
            turns(2);
            assertThat(executor.isTerminated()).isTrue();
        });
        assertThat(seen).containsExactly("begun", "ended", "delayed");
    }

    @Test
    void shutdownStopsAPeriodicTaskThatRests() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            executor.scheduleAtFixedRate(() -> seen.add("tick"), 0, 3600, SECONDS);
            sleep(ofSeconds(1));
            executor.shutdown();
            turns(3);
            assertThat(executor.isTerminated()).isTrue();
            assertThat(seconds()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("tick");
    }

    @Test
    void shutdownNowCancelsAndGivesBackWhatHasNotBegun() throws Exception {
        Runnable command = () -> seen.add("command");
        run(() -> {
            LoopExecutor executor = executor();
            Future<?> running = executor.submit(this::sleeping);
            turns(3);
            executor.execute(command);
            Future<?> later = executor.schedule(() -> seen.add("callable"), 1, SECONDS);
            List<Runnable> left = executor.shutdownNow();
            assertThat(left).hasSize(2).first().isSameAs(command);
            assertThat(running.isCancelled()).isTrue();
            assertThat(later.isCancelled()).isTrue();
            turns(4);
            assertThat(executor.isTerminated()).isTrue();
            left.getLast().run();
        });
        assertThat(seen).containsExactly("begun", "cancelled", "ended", "callable");
    }

    @Test
    void awaitTerminationWaitsForTheTasks() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            CountDownLatch letGo = new CountDownLatch(1);
            executor.submit(() -> {
                toThread(() -> letGo.await());
                return null;
            });
            toThread(() -> {
                assertThat(executor.awaitTermination(0, SECONDS)).isFalse();
                executor.shutdown();
                assertThat(executor.awaitTermination(1, MILLISECONDS)).isFalse();
                letGo.countDown();
                assertThat(executor.awaitTermination(20, SECONDS)).isTrue();
            });
            assertThat(executor.isTerminated()).isTrue();
        });
    }

    @Test
    void closeWaitsForTheTasks() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            toThread(() -> {
                try (executor) {
                    executor.execute(() -> seen.add(sleep(ZERO, "done")));
                }
            });
            assertThat(executor.isTerminated()).isTrue();
        });
        assertThat(seen).containsExactly("done");
    }

    @Test
    void whatWouldBlockTheLoopIsRefusedThere() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            Future<?> future = executor.submit(() -> sleep(ofSeconds(1), 1));
            List<Callable<Integer>> some = List.of(() -> 1);
            assertThatIllegalStateException().isThrownBy(future::get).withMessageContaining("wrapFuture");
            assertThatIllegalStateException().isThrownBy(() -> future.get(1, SECONDS));
            assertThatIllegalStateException().isThrownBy(((CompletableFuture<?>) future)::join);
            assertThatIllegalStateException().isThrownBy(() -> executor.awaitTermination(1, SECONDS));
            assertThatIllegalStateException().isThrownBy(() -> executor.invokeAll(some));
            assertThatIllegalStateException().isThrownBy(() -> executor.invokeAny(some));
            assertThatIllegalStateException().isThrownBy(executor::close);
            assertThat(executor.isShutdown()).isFalse();
        });
    }

    @Test
    void doneFutureIsReadOnTheLoopToo() throws Exception {
        run(() -> {
            Future<Integer> future = executor().submit(() -> 7);
            turns(4);
            assertThat(future.get()).isEqualTo(7);
            assertThat(future.resultNow()).isEqualTo(7);
        });
    }

    @Test
    void invokeAllWaitsForAll() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            List<Future<Integer>> futures = toThread(() -> executor.invokeAll(List.of(() -> sleep(ZERO, 1), () -> {
                throw new IOException("broken");
            })));
            assertThat(futures).allMatch(Future::isDone);
            assertThat(futures.getFirst().resultNow()).isEqualTo(1);
            assertThat(futures.getLast().exceptionNow()).isInstanceOf(IOException.class);
        });
    }

    @Test
    void invokeAllCancelsWhatIsLate() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            io.asyncio4j.Future<?> never = getRunningLoop().createFuture();
            List<Callable<Object>> tasks = List.of(() -> 1, never::await);
            List<Future<Object>> futures = toThread(() -> executor.invokeAll(tasks, 20, MILLISECONDS));
            assertThat(futures.getLast().isCancelled()).isTrue();
            turns(3);
            assertThat(never.cancelled()).isTrue();
        });
    }

    @Test
    void invokeAnyTakesTheFirstThatDoesNotFailAndCancelsTheRest() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            io.asyncio4j.Future<Object> never = getRunningLoop().createFuture();
            List<Callable<Object>> tasks = List.of(never::await, LoopExecutorTest::failing, () -> "second");
            assertThat(toThread(() -> executor.invokeAny(tasks))).isEqualTo("second");
            turns(3);
            assertThat(never.cancelled()).isTrue();
        });
    }

    private static Object failing() throws IOException {
        throw new IOException("broken");
    }

    @Test
    void invokeAnyOfFailuresFails() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> toThread(() -> executor.invokeAny(List.of(LoopExecutorTest::failing))))
                    .withCauseInstanceOf(IOException.class);
            io.asyncio4j.Future<Object> never = getRunningLoop().createFuture();
            List<Callable<Object>> tasks = List.of(never::await);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> toThread(() -> executor.invokeAny(tasks, 20, MILLISECONDS)));
            assertThatIllegalArgumentException().isThrownBy(() -> toThread(() -> executor.invokeAny(List.of())));
        });
    }

    @Test
    void closedLoopRefusesWork() throws Exception {
        EventLoop loop = new EventLoop();
        LoopExecutor executor = new LoopExecutor(loop);
        Future<?> pending = executor.submit(this::sleeping);
        loop.close();
        assertThat(pending.isCancelled()).isTrue();
        assertThat(executor.isTerminated()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> executor.execute(() -> {}))
                .withMessageContaining("closed");
        assertThat(seen).isEmpty();
    }

    @Test
    void workWaitsForALoopThatDoesNotRunYet() throws Exception {
        EventLoop loop = new EventLoop();
        LoopExecutor executor = new LoopExecutor(loop);
        Future<Integer> result = executor.submit(() -> 7);
        assertThat(result.isDone()).isFalse();
        loop.runUntilComplete(() -> turns(4));
        assertThat(result.get()).isEqualTo(7);
        loop.close();
    }
}
