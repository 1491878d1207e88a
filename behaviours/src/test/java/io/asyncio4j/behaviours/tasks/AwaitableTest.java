package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.coroutine;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.ensureFuture;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.isCoroutine;
import static io.asyncio4j.Asyncio.isFuture;
import static io.asyncio4j.Asyncio.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Awaitable;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code isCoroutine}, {@code isFuture}, {@code ensureFuture}, {@code coroutine}. */
@VirtualTime(detectDeadlock = true)
class AwaitableTest {
    @Test
    void coroutinesOfBothKindsAreCoroutines() {
        Coroutine<Integer> withResult = () -> 1;
        VoidCoroutine withoutResult = () -> {};
        assertThat(isCoroutine(withResult)).isTrue();
        assertThat(isCoroutine(withoutResult)).isTrue();
    }

    @Test
    void futuresAndOtherAwaitablesAreNoCoroutines() throws Exception {
        run(() -> {
            Awaitable<Integer> awaitable = () -> 1;
            assertThat(isCoroutine(awaitable)).isFalse();
            assertThat(isCoroutine(createTask(() -> 1))).isFalse();
            assertThat(isCoroutine(null)).isFalse();
            assertThat(isCoroutine("text")).isFalse();
        });
    }

    @Test
    void futuresAndTasksAreFutures() throws Exception {
        run(() -> {
            assertThat(isFuture(getRunningLoop().createFuture())).isTrue();
            assertThat(isFuture(createTask(() -> 1))).isTrue();
        });
    }

    @Test
    void coroutinesAreNoFutures() {
        Coroutine<Integer> coroutine = () -> 1;
        assertThat(isFuture(coroutine)).isFalse();
        assertThat(isFuture(null)).isFalse();
    }

    @Test
    void ensureFutureOfAFutureIsItself() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            assertThat(ensureFuture(future)).isSameAs(future);
        });
    }

    @Test
    void ensureFutureOfACoroutineIsItsTask() throws Exception {
        run(() -> {
            Coroutine<Integer> coroutine = () -> 7;
            Future<Integer> future = ensureFuture(coroutine);
            assertThat(future).isInstanceOf(Task.class);
            assertThat(((Task<Integer>) future).getCoro()).isSameAs(coroutine);
            assertThat(future.await()).isEqualTo(7);
        });
    }

    @Test
    void ensureFutureOfAnyAwaitableIsATaskThatAwaitsIt() throws Exception {
        run(() -> {
            Awaitable<Integer> awaitable = () -> 7;
            assertThat(ensureFuture(awaitable).await()).isEqualTo(7);
        });
    }

    @Test
    void ensureFutureOfNullIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> ensureFuture((Awaitable<?>) null)).isInstanceOf(NullPointerException.class));
    }

    @Test
    void ensureFutureOfACoroutineWithoutARunningLoopIsRefused() {
        assertThatThrownBy(() -> ensureFuture(() -> 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lambdaIsAnAwaitableThatRunsInTheCallingTask() throws Exception {
        Awaitable<Integer> awaitable = () -> 7;
        assertThat(awaitable.await()).isEqualTo(7);
    }

    @Test
    void coroutineThatIsNeverAwaitedNeverRuns() throws Exception {
        List<String> ran = new ArrayList<>();
        run(() -> coroutine(() -> ran.add("ran")));
        assertThat(ran).isEmpty();
    }

    @Test
    void bodyWithoutResultHasTheResultNull() throws Exception {
        Coroutine<Void> coroutine = coroutine(() -> {});
        assertThat(coroutine.await()).isNull();
    }

    @Test
    void bodyWithoutResultKeepsItsTextAsACoroutine() {
        VoidCoroutine body = new VoidCoroutine() {
            @Override
            public void run() {}

            @Override
            public String toString() {
                return "body";
            }
        };
        assertThat(coroutine(body)).hasToString("body");
    }
}
