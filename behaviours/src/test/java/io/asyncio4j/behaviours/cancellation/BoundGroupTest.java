package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.cancellation.CancellationTokens.createTask;
import static io.asyncio4j.cancellation.CancellationTokens.run;
import static io.asyncio4j.cancellation.CancellationTokens.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code taskGroup}, a group's children, and {@code run}, with a token. */
@VirtualTime(detectDeadlock = true)
class BoundGroupTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private void sleepLong(String name) {
        try {
            sleep(ofDays(1));
        } finally {
            seen.add(name + " ends");
        }
    }

    @LazyAndEager
    void groupReturnsItsValue(Mode mode) throws Exception {
        String value = mode.run(() -> taskGroup(token, group -> {
            Task<String> child = group.createTask(() -> sleep(ofSeconds(1), "value"));
            return child.await();
        }));
        assertThat(value).isEqualTo("value");
    }

    @LazyAndEager
    void cancelledTokenCancelsTheBodyAndTheChildren(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callLater(ofSeconds(1), () -> source.cancel("enough"));
            CancelledError error = catchThrowableOfType(
                    CancelledError.class,
                    () -> taskGroup(token, group -> {
                        group.createTask(() -> sleepLong("child"));
                        sleepLong("body");
                    }));
            assertThat(error).hasMessage("enough");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("body ends", "child ends");
    }

    @LazyAndEager
    void cancelledTokenReachesABlockThatWaitsForItsChildren(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callLater(ofSeconds(1), source::cancel);
            CancelledError error = catchThrowableOfType(
                    CancelledError.class,
                    () -> taskGroup(token, group -> {
                        group.createTask(() -> sleepLong("child"));
                    }));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("child ends");
    }

    @LazyAndEager
    void afterTheCancellationTheBlockNeverStarts(Mode mode) throws Exception {
        source.cancel();
        mode.run(() -> assertThatThrownBy(() -> taskGroup(token, group -> {
                    seen.add("started");
                }))
                .isInstanceOf(CancelledError.class));
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void boundChildThatHasNotBegunNeverDoes(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> taskGroup(token, group -> {
                    source.cancel();
                    Task<?> child = createTask(group, () -> sleepLong("child"), token);
                    assertThat(child.cancelled()).isEqualTo(mode == Mode.EAGER);
                    sleepLong("body");
                }))
                .isInstanceOf(CancelledError.class));
        assertThat(seen).containsExactly("body ends");
    }

    @LazyAndEager
    void childThatIsCreatedBeforeTheCancellationIsNoticedIsCancelled(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> taskGroup(token, group -> {
                    source.cancel();
                    group.createTask(() -> sleepLong("child"));
                    sleepLong("body");
                }))
                .isInstanceOf(CancelledError.class));
        assertThat(seen).containsExactlyInAnyOrder("body ends", "child ends");
    }

    @LazyAndEager
    void failuresComeOutAlthoughTheTokenIsCancelledToo(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callLater(ofSeconds(1), source::cancel);
            ExceptionGroup failures = catchThrowableOfType(
                    ExceptionGroup.class,
                    () -> taskGroup(token, group -> {
                        group.createTask(() -> {
                            try {
                                sleep(ofDays(1));
                            } finally {
                                failWith(new IOException("cleanup"));
                            }
                        });
                    }));
            assertThat(failures.exceptions()).singleElement().isInstanceOf(IOException.class);
            assertThat(currentTask().cancelling()).isZero();
            sleep(ofSeconds(1));
        });
    }

    private static void failWith(IOException failure) throws IOException {
        throw failure;
    }

    @LazyAndEager
    void failureOfAChildIsNoConcernOfTheToken(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(token, group -> {
                        group.createTask(() -> failWith(new IOException("disk")));
                        sleep(ofDays(1));
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(token.isCancellationRequested()).isFalse();
    }

    @LazyAndEager
    void boundChildIsCancelledAlone(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            Task<?> bound = createTask(group, () -> sleepLong("bound"), token);
            Task<String> other = group.createTask(() -> sleep(ofSeconds(2), "other"));
            sleep(ofSeconds(1));
            source.cancel("enough");
            assertThat(other.await()).isEqualTo("other");
            assertThat(bound.cancelled()).isTrue();
            CancelledError error = catchThrowableOfType(CancelledError.class, bound::await);
            assertThat(CancellationToken.of(error)).isSameAs(token);
        }));
        assertThat(seen).containsExactly("bound ends");
    }

    @LazyAndEager
    void boundChildOfACancelledTokenIsNoFailureOfTheGroup(Mode mode) throws Exception {
        source.cancel();
        mode.run(() -> taskGroup(group -> {
            Task<?> bound = createTask(group, () -> sleepLong("bound"), token, "named");
            sleep(ZERO);
            assertThat(bound.cancelled()).isTrue();
            assertThat(bound.getName()).isEqualTo("named");
        }));
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void finishedGroupTakesNoBoundChild(Mode mode) throws Exception {
        mode.run(() -> {
            io.asyncio4j.TaskGroup group = new io.asyncio4j.TaskGroup();
            group.with(entered -> {});
            assertThatIllegalStateException()
                    .isThrownBy(() -> createTask(group, () -> sleepLong("bound"), token))
                    .withMessageContaining("is finished");
        });
    }

    @LazyAndEager
    void tasksOfTheGroupSeeTheToken(Mode mode) throws Exception {
        mode.run(() -> taskGroup(token, group -> {
            group.createTask(() -> seen.add(CancellationToken.current()));
        }));
        assertThat(seen).containsExactly(token);
    }

    // ---- run

    @Test
    void runReturnsTheResult() throws Exception {
        assertThat(run(() -> sleep(ofSeconds(1), "result"), token)).isEqualTo("result");
    }

    @Test
    void runIsCancelledWithTheToken() {
        CancelledError error = catchThrowableOfType(
                CancelledError.class,
                () -> run(
                        () -> {
                            getRunningLoop().callLater(ofSeconds(1), () -> source.cancel("enough"));
                            sleepLong("main");
                        },
                        token));
        assertThat(error).hasMessage("enough");
        assertThat(CancellationToken.of(error)).isSameAs(token);
        assertThat(seen).containsExactly("main ends");
    }

    @Test
    void runWithACancelledTokenNeverStarts() {
        source.cancel("before");
        CancelledError error = catchThrowableOfType(
                CancelledError.class,
                () -> run(
                        () -> {
                            seen.add("started");
                        },
                        token));
        assertThat(CancellationToken.of(error)).isSameAs(token);
        assertThat(seen).isEmpty();
    }

    @Test
    void currentTokenOfTheMainTaskIsTheOneOfTheRun() throws Exception {
        assertThat(run(() -> CancellationToken.current(), token)).isSameAs(token);
    }

    @LazyAndEager
    void currentTokenIsNoneWithoutOne(Mode mode) throws Exception {
        mode.run(() -> assertThat(createTask(() -> CancellationToken.current()).await())
                .isSameAs(CancellationToken.none()));
    }
}
