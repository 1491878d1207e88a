package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.coroutine;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.runCoroutineThreadsafe;
import static io.asyncio4j.Asyncio.shield;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.timeoutAt;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.Asyncio.waitFor;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Block;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Runner;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.Timeout;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * That bodies with and without a result compile and pick the overload one expects. The types of the variables are half of
 * each test.
 */
@VirtualTime
class OverloadTest {
    private final List<String> calls = new ArrayList<>();

    private String text() throws IOException {
        return "text";
    }

    private void nothing() throws IOException {
        calls.add("nothing");
    }

    @Test
    void createTaskTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            Task<Integer> expression = createTask(() -> 1);
            Task<Integer> block = createTask(() -> {
                sleep(ZERO);
                return 2;
            });
            Task<String> reference = createTask(this::text);
            Task<Boolean> expressionWithAResult = createTask(() -> calls.add("call"), "named");
            Task<Void> empty = createTask(() -> {});
            Task<Void> statement = createTask(() -> nothing(), "named");
            Task<Void> voidReference = createTask(this::nothing, "named", null);
            Task<Void> eager = createTask(this::nothing, "named", null, true);
            assertThat(expression.await() + block.await()).isEqualTo(3);
            assertThat(reference.await()).isEqualTo("text");
            assertThat(expressionWithAResult.await()).isTrue();
            assertThat(empty.await()).isNull();
            assertThat(statement.await()).isNull();
            assertThat(voidReference.await()).isNull();
            assertThat(eager.await()).isNull();
        });
    }

    @Test
    void bodyThatOnlyThrowsIsACoroutine() throws Exception {
        run(() -> {
            Task<Object> task = createTask(() -> {
                throw new IOException("disk");
            });
            assertThatThrownBy(task::await).isInstanceOf(IOException.class);
        });
    }

    @Test
    void runTakesBodiesWithAndWithoutAResult() throws Exception {
        int expression = run(() -> 1);
        String reference = run(this::text);
        run(this::nothing);
        int inDebugMode = run(() -> 2, true);
        run(this::nothing, false);
        int onALoop = run(() -> 3, EventLoop::new);
        run(this::nothing, EventLoop::new);
        assertThat(expression + inDebugMode + onALoop).isEqualTo(6);
        assertThat(reference).isEqualTo("text");
        assertThat(calls).hasSize(3);
    }

    @Test
    void runnerTakesBodiesWithAndWithoutAResult() throws Exception {
        try (Runner runner = new Runner()) {
            int result = runner.run(() -> 1);
            String reference = runner.run(this::text);
            runner.run(this::nothing);
            assertThat(result).isEqualTo(1);
            assertThat(reference).isEqualTo("text");
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void gatherTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            Future<List<Integer>> results = gather(() -> 1, () -> 2);
            Future<List<Number>> mixed = gather(createTask(() -> 1), createTask(() -> 2.5));
            Future<List<Void>> nothings = gather(() -> {}, () -> nothing());
            Future<List<Object>> all = gather(true, () -> 1, () -> "two");
            Future<List<Throwable>> allNothings = gather(true, this::nothing, this::nothing);
            Future<List<Integer>> collection = gather(List.<Coroutine<Integer>>of(() -> 1));
            Future<List<String>> none = gather();
            assertThat(results.await()).containsExactly(1, 2);
            assertThat(mixed.await()).containsExactly(1, 2.5);
            assertThat(nothings.await()).containsExactly(null, null);
            assertThat(all.await()).containsExactly(1, "two");
            assertThat(allNothings.await()).containsExactly(null, null);
            assertThat(collection.await()).containsExactly(1);
            assertThat(none.await()).isEmpty();
        });
    }

    @Test
    void gatherOfFuturesAndNamedLambdas() throws Exception {
        run(() -> {
            Future<List<Object>> results =
                    gather(coroutine(() -> "one"), coroutine(this::nothing), createTask(() -> 3));
            assertThat(results.await()).containsExactly("one", null, 3);
        });
    }

    @Test
    void taskGroupTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            String value = taskGroup(group -> group.createTask(() -> "value").await());
            taskGroup(group -> {
                Task<Integer> child = group.createTask(() -> 1);
                Task<Void> silent = group.createTask(() -> nothing());
                Task<Void> named = group.createTask(this::nothing, "named");
                Task<Void> inAContext = group.createTask(this::nothing, "named", null);
                Task<String> eager = group.createTask(this::text, "named", null, true);
                assertThat(List.of(child, silent, named, inAContext, eager)).hasSize(5);
            });
            VoidBlock<TaskGroup> aBlockIsAVoidBlockToo = (Block<TaskGroup, Boolean>) group -> calls.add("block");
            taskGroup(aBlockIsAVoidBlockToo);
            int byHand = new TaskGroup().with(group -> {
                return 1;
            });
            assertThat(value).isEqualTo("value");
            assertThat(byHand).isEqualTo(1);
        });
        assertThat(calls).hasSize(4);
    }

    @Test
    void timeoutTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            String expression = timeout(ofSeconds(1), limit -> text());
            boolean asked = timeout(null, Timeout::expired);
            timeout(ofSeconds(1), limit -> {
                nothing();
            });
            String at = timeoutAt(null, limit -> text());
            timeoutAt(Long.MAX_VALUE, limit -> {
                limit.reschedule(null);
            });
            String byHand = Timeout.of(ofSeconds(1)).with(limit -> text());
            assertThat(List.of(expression, at, byHand)).containsOnly("text");
            assertThat(asked).isFalse();
        });
        assertThat(calls).hasSize(1);
    }

    @Test
    void waitForTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            String expression = waitFor(() -> "text", ofSeconds(1));
            String reference = waitFor(this::text, null);
            waitFor(this::nothing, ofSeconds(1));
            waitFor(() -> {}, null);
            int task = waitFor(createTask(() -> 1), ofSeconds(1));
            assertThat(List.of(expression, reference)).containsOnly("text");
            assertThat(task).isEqualTo(1);
        });
    }

    @Test
    void shieldTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            Future<String> expression = shield(() -> "text");
            Future<Void> nothing = shield(this::nothing);
            Future<Integer> task = shield(createTask(() -> 1));
            assertThat(expression.await()).isEqualTo("text");
            assertThat(nothing.await()).isNull();
            assertThat(task.await()).isEqualTo(1);
        });
    }

    @Test
    void toThreadTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            int expression = toThread(() -> 1);
            String reference = toThread(this::text);
            toThread(this::nothing);
            toThread(() -> {});
            int interruptible = toThread(() -> 2, OnCancel.INTERRUPT);
            toThread(this::nothing, OnCancel.LEAVE_RUNNING);
            assertThat(expression + interruptible).isEqualTo(3);
            assertThat(reference).isEqualTo("text");
        });
        assertThat(calls).hasSize(2);
    }

    @Test
    void runCoroutineThreadsafeTakesBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            String result =
                    toThread(() -> runCoroutineThreadsafe(this::text, loop).get());
            Void nothing =
                    toThread(() -> runCoroutineThreadsafe(this::nothing, loop).get());
            assertThat(result).isEqualTo("text");
            assertThat(nothing).isNull();
        });
    }
}
