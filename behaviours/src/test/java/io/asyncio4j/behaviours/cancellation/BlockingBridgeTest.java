package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.cancellation.CancellationTokens.createTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens and blocking functions: asking, and being interrupted. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlockingBridgeTest {
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();
    private final ConcurrentLinkedQueue<Object> seen = new ConcurrentLinkedQueue<>();

    @Test
    void functionSeesTheTokenOfItsTask() throws Exception {
        CancellationToken there = run(() ->
                createTask(() -> toThread(CancellationToken::current), token).await());
        assertThat(there).isSameAs(token);
    }

    @Test
    void functionOfATaskWithoutATokenSeesNone() throws Exception {
        assertThat(run(() -> toThread(CancellationToken::current))).isSameAs(CancellationToken.none());
    }

    @Test
    void functionThatAsksEndsAndItsTaskIsCancelled() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context.message()));
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            Task<?> task = createTask(() -> toThread(() -> poll(begun, ended)), token);
            toThread(() -> begun.await());
            source.cancel("enough");
            CancelledError error = catchThrowableOfType(CancelledError.class, task::await);
            assertThat(CancellationToken.of(error)).isSameAs(token);
            toThread(() -> ended.await());
        });
        assertThat(seen).isEmpty();
    }

    private static void poll(CountDownLatch begun, CountDownLatch ended) {
        begun.countDown();
        try {
            while (true) {
                CancellationToken.current().throwIfCancellationRequested();
                Thread.onSpinWait();
            }
        } finally {
            ended.countDown();
        }
    }

    @Test
    void errorOfTheFunctionEndsATaskThatIsNotBound() throws Exception {
        run(() -> {
            source.cancel("enough");
            Task<?> task = createTask(() -> toThread(() -> token.throwIfCancellationRequested()));
            CancelledError error = catchThrowableOfType(CancelledError.class, task::await);
            assertThat(error).hasMessage("enough");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(task.cancelled()).isTrue();
            assertThat(task.cancelling()).isZero();
        });
    }

    @Test
    void functionThatEndsByItsTokenAfterItsTaskIsNotReported() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context.message()));
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            Task<?> task = createTask(() -> toThread(() -> {
                begun.countDown();
                letGo.await();
                token.throwIfCancellationRequested();
            }));
            toThread(() -> begun.await());
            source.cancel();
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            letGo.countDown();
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void functionIsInterruptedByTheTokenWhereTheCallerAskedForThat() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        run(() -> {
            CountDownLatch begun = new CountDownLatch(1);
            Task<?> task = createTask(
                    () -> toThread(
                            () -> {
                                begun.countDown();
                                try {
                                    new CountDownLatch(1).await();
                                } catch (InterruptedException expected) {
                                    interrupted.set(true);
                                }
                            },
                            OnCancel.INTERRUPT),
                    token);
            toThread(() -> begun.await());
            toThread(() -> source.cancel());
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(interrupted).isTrue();
    }

    @Test
    void callbackMayEndTheFunctionToo() throws Exception {
        List<String> results = run(() -> {
            CountDownLatch letGo = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            Future<String> result = createTask(() -> toThread(() -> {
                try (var registration = token.register(letGo::countDown)) {
                    assertThat(registration.isOpen()).isTrue();
                    begun.countDown();
                    letGo.await();
                    return "let go";
                }
            }));
            toThread(() -> begun.await());
            source.cancel();
            return List.of(result.await());
        });
        assertThat(results).containsExactly("let go");
    }
}
