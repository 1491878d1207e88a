package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.behaviours.executors.LoopWork.executor;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static java.time.Duration.ZERO;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.asyncio4j.executors.LoopExecutor;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many pieces of work at once: {@code invokeAll} and {@code invokeAny}. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SAME_THREAD)
class LoopExecutorInvokeTest {
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
            List<Callable<Object>> tasks = List.of(never::await, LoopExecutorInvokeTest::failing, () -> "second");
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
                    .isThrownBy(() -> toThread(() -> executor.invokeAny(List.of(LoopExecutorInvokeTest::failing))))
                    .withCauseInstanceOf(IOException.class);
            io.asyncio4j.Future<Object> never = getRunningLoop().createFuture();
            List<Callable<Object>> tasks = List.of(never::await);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> toThread(() -> executor.invokeAny(tasks, 20, MILLISECONDS)));
            assertThatIllegalArgumentException().isThrownBy(() -> toThread(() -> executor.invokeAny(List.of())));
        });
    }
}
