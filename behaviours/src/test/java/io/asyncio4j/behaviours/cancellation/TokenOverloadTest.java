package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.*;
import static io.asyncio4j.cancellation.CancellationTokens.*;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.cancellation.Winner;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * That the functions of both classes stand side by side, each imported with an asterisk, and take bodies with and without
 * a result. The types of the variables are half of each test.
 */
@VirtualTime
class TokenOverloadTest {
    private final List<String> calls = new ArrayList<>();
    private final CancellationToken token = new CancellationTokenSource().token();

    private String text() throws IOException {
        return "text";
    }

    private void nothing() throws IOException {
        calls.add("nothing");
    }

    @Test
    void createTaskWithAndWithoutAToken() throws Exception {
        run(() -> {
            Task<Integer> plain = createTask(() -> 1);
            Task<Integer> named = createTask(() -> 2, "named");
            Task<Integer> bound = createTask(() -> 3, token);
            Task<String> reference = createTask(this::text, token);
            Task<String> namedToo = createTask(this::text, token, "named");
            Task<Void> silent = createTask(this::nothing, token);
            Task<Void> statement = createTask(() -> nothing(), token, "named");
            Task<Void> empty = createTask(() -> {}, token);
            assertThat(List.of(plain.await(), named.await(), bound.await())).containsExactly(1, 2, 3);
            assertThat(List.of(reference.await(), namedToo.await())).containsOnly("text");
            assertThat(silent.await()).isNull();
            assertThat(statement.await()).isNull();
            assertThat(empty.await()).isNull();
        });
        assertThat(calls).hasSize(2);
    }

    @Test
    void groupsWithAndWithoutAToken() throws Exception {
        run(() -> {
            String plain = taskGroup(group -> group.createTask(this::text).await());
            String bound = taskGroup(
                    token, group -> createTask(group, this::text, token).await());
            taskGroup(token, group -> {
                Task<Void> silent = createTask(group, this::nothing, token);
                Task<Void> named = createTask(group, () -> nothing(), token, "named");
                Task<Integer> expression = createTask(group, () -> 1, token, "named");
                assertThat(List.of(silent, named, expression)).hasSize(3);
            });
            assertThat(List.of(plain, bound)).containsOnly("text");
        });
        assertThat(calls).hasSize(2);
    }

    @Test
    void runWithAndWithoutAToken() throws Exception {
        int plain = run(() -> 1);
        int inDebugMode = run(() -> 2, true);
        int bound = run(() -> 3, token);
        String reference = run(this::text, token);
        run(this::nothing, token);
        run(() -> {
            sleep(ZERO);
        });
        assertThat(plain + inDebugMode + bound).isEqualTo(6);
        assertThat(reference).isEqualTo("text");
        assertThat(calls).hasSize(1);
    }

    @Test
    void blocksTakeBodiesWithAndWithoutAResult() throws Exception {
        run(() -> {
            String expression = withToken(token, () -> text());
            String reference = withToken(token, this::text);
            withToken(token, this::nothing);
            withToken(token, () -> {
                nothing();
            });
            assertThat(List.of(expression, reference)).containsOnly("text");
        });
        assertThat(calls).hasSize(2);
    }

    @Test
    void waitsTakeFuturesOfDifferentResults() throws Exception {
        run(() -> {
            List<Number> numbers = whenAll(token, createTask(() -> 1), createTask(() -> 2.5));
            Winner<Object> winner = whenAny(token, createTask(() -> 1), createTask(() -> "two"));
            assertThat(numbers).containsExactly(1, 2.5);
            assertThat(winner.index()).isZero();
        });
    }
}
