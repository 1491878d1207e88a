package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.cancellation.CancellationTokens.createTask;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code createTask} with a token. */
@VirtualTime
class BoundTaskTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static CancelledError endOf(Future<?> future) {
        CancelledError error = catchThrowableOfType(CancelledError.class, future::await);
        assertThat(error).isNotNull();
        return error;
    }

    private void sleepLong() {
        seen.add("begun");
        sleep(ofDays(1));
        seen.add("ended");
    }

    @LazyAndEager
    void withoutACancellationItEndsAsAnyTask(Mode mode) throws Exception {
        String result = mode.run(() ->
                createTask(() -> sleep(ofSeconds(1), "result"), token).await());
        assertThat(result).isEqualTo("result");
        assertThat(token.isCancellationRequested()).isFalse();
    }

    @LazyAndEager
    void failureIsItsOwn(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> {
            Task<?> task = createTask(
                    () -> {
                        throw failure;
                    },
                    token);
            assertThat(catchThrowableOfType(IOException.class, task::await)).isSameAs(failure);
        });
    }

    @LazyAndEager
    void cancelledTokenCancelsIt(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepLong(), token);
            sleep(ofSeconds(1));
            source.cancel("enough");
            assertThat(task.cancelling()).isEqualTo(1);
            CancelledError error = endOf(task);
            assertThat(error).hasMessage("enough");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(seen).containsExactly("begun");
    }

    @LazyAndEager
    void errorInsideKnowsTheTokenToo(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(
                    () -> {
                        seen.add(CancellationToken.of(endOf(getRunningLoop().createFuture())));
                    },
                    token);
            sleep(ofSeconds(1));
            source.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(token);
    }

    @LazyAndEager
    void afterTheCancellationItNeverStarts(Mode mode) throws Exception {
        source.cancel("before");
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepLong(), token);
            CancelledError error = endOf(task);
            assertThat(error).hasMessage("before");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void cancelledBeforeItsFirstStepItNeverStarts(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepLong(), token);
            source.cancel();
            assertThat(CancellationToken.of(endOf(task))).isSameAs(token);
        });
        assertThat(seen).doesNotContain("ended").hasSize(mode == Mode.LAZY ? 0 : 1);
    }

    @LazyAndEager
    void bodyThatCancelsItsOwnTokenIsCancelledAtItsNextWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(
                    () -> {
                        source.cancel("myself");
                        seen.add("goes on");
                        sleepLong();
                    },
                    token);
            assertThat(endOf(task)).hasMessage("myself");
        });
        assertThat(seen).containsExactly("goes on", "begun");
    }

    @LazyAndEager
    void cancelledInItsLastStepItEndsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> source.cancel("myself"), token);
            assertThat(CancellationToken.of(endOf(task))).isSameAs(token);
        });
    }

    @LazyAndEager
    void mayHandleTheCancellation(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(
                    () -> {
                        try {
                            sleep(ofDays(1));
                            return "done";
                        } catch (CancelledError handled) {
                            return "part";
                        }
                    },
                    token);
            sleep(ofSeconds(1));
            source.cancel();
            assertThat(task.await()).isEqualTo("part");
        });
    }

    @LazyAndEager
    void allThatWereGivenTheTokenAreCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            List<Task<?>> tasks = new ArrayList<>();
            tasks.add(createTask(
                    () -> {
                        tasks.add(createTask(
                                () -> {
                                    tasks.add(createTask(() -> sleep(ofDays(1)), token));
                                    sleep(ofDays(1));
                                },
                                token));
                        sleep(ofDays(1));
                    },
                    token));
            sleep(ofSeconds(1));
            assertThat(tasks).hasSize(3);
            source.cancel();
            sleep(ZERO);
            assertThat(tasks).allMatch(Task::cancelled);
        });
    }

    @LazyAndEager
    void childWithoutTheTokenSeesItButIsNotBound(Mode mode) throws Exception {
        mode.run(() -> {
            List<Task<?>> children = new ArrayList<>();
            Task<?> task = createTask(
                    () -> {
                        children.add(createTask(() -> {
                            seen.add(CancellationToken.current());
                            sleep(ofSeconds(2));
                        }));
                        sleep(ofDays(1));
                    },
                    token);
            sleep(ofSeconds(1));
            source.cancel();
            endOf(task);
            sleep(ofSeconds(2));
            assertThat(children).singleElement().matches(child -> child.done() && !child.cancelled());
        });
        assertThat(seen).containsExactly(token);
    }

    @LazyAndEager
    void cancelledForAnotherReasonItLeavesTheTokenAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepLong(), token);
            sleep(ofSeconds(1));
            task.cancel("by hand");
            CancelledError error = endOf(task);
            assertThat(error).hasMessage("by hand");
            assertThat(CancellationToken.of(error)).isNull();
        });
        assertThat(token.isCancellationRequested()).isFalse();
    }

    @LazyAndEager
    void anotherThreadMayCancelTheToken(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleepLong(), token);
            sleep(ofSeconds(1));
            toThread(() -> source.cancel("from elsewhere"));
            CancelledError error = endOf(task);
            assertThat(error).hasMessage("from elsewhere");
            assertThat(CancellationToken.of(error)).isSameAs(token);
        });
        assertThat(seen).containsExactly("begun");
    }

    @LazyAndEager
    void afterTheLoopIsClosedThereIsNobodyToTell(Mode mode) throws Exception {
        EventLoop loop = mode.newEventLoop();
        loop.setExceptionHandler((on, context) -> seen.add(context.message()));
        loop.runUntilComplete(() -> {
            assertThat(createTask(() -> sleep(ofDays(1)), token).done()).isFalse();
            sleep(ZERO);
        });
        loop.close();
        assertThat(source.cancel()).isTrue();
        assertThat(seen).containsExactly("Task was destroyed but it is pending!");
    }

    @LazyAndEager
    void currentTokenIsTheOneItWasGiven(Mode mode) throws Exception {
        mode.run(() -> {
            Coroutine<CancellationToken> current = CancellationToken::current;
            assertThat(createTask(current, token).await()).isSameAs(token);
            assertThat(createTask(current).await()).isSameAs(CancellationToken.none());
            assertThat(createTask(current, CancellationToken.none()).await()).isSameAs(CancellationToken.none());
        });
    }

    @LazyAndEager
    void ofSeveralTokensTheLinkedOneIsKnownAndTellsItsCause(Mode mode) throws Exception {
        mode.run(() -> {
            try (CancellationTokenSource linked =
                    CancellationTokenSource.linkedTo(token, new CancellationTokenSource().token())) {
                Task<?> task = createTask(() -> sleepLong(), linked.token());
                sleep(ofSeconds(1));
                source.cancel("the user has left");
                CancelledError error = endOf(task);
                assertThat(error).hasMessage("the user has left");
                assertThat(CancellationToken.of(error)).isSameAs(linked.token());
                assertThat(linked.token().causedBy()).isSameAs(token);
            }
        });
    }

    @LazyAndEager
    void registrationsOfTheLibraryAreNotWatched(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationRegistration.WATCH.set(seen::add);
            createTask(() -> sleep(ofSeconds(1)), token).await();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void nameAndCoroutineAreShownAsUsual(Mode mode) throws Exception {
        mode.run(() -> {
            Coroutine<Void> body = new Coroutine<>() {
                @Override
                public Void await() {
                    return sleep(ofSeconds(1));
                }

                @Override
                public String toString() {
                    return "the body";
                }
            };
            Task<?> task = createTask(body, token, "fetcher");
            assertThat(task.getName()).isEqualTo("fetcher");
            assertThat(task.toString()).contains("coro=the body");
            task.await();
        });
    }

    @LazyAndEager
    void nullIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatNullPointerException().isThrownBy(() -> createTask((Coroutine<?>) null, token));
            assertThatNullPointerException().isThrownBy(() -> createTask(() -> 1, (CancellationToken) null));
            assertThat(currentTask().cancelling()).isZero();
        });
    }
}
