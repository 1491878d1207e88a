package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.List;

/** Shows a timeout made by hand: wait for a while, cancel what is not done, and take something else instead. */
final class CancelCustomTimeout {
    private CancelCustomTimeout() {}

    static void main() throws Exception {
        run(() -> {
            IO.println(withinOr(ofSeconds(2), () -> answerAfter(ofSeconds(1)), "no answer"));
            IO.println(withinOr(ofSeconds(2), () -> answerAfter(ofSeconds(5)), "no answer"));
        });
    }

    static <T> T withinOr(Duration limit, Coroutine<T> coroutine, T otherwise) throws Exception {
        Task<T> task = createTask(coroutine);
        try {
            if (Asyncio.wait(List.of(task), limit).pending().isEmpty()) {
                return task.await();
            }
        } finally {
            task.cancel();
        }
        Asyncio.wait(List.of(task));
        return task.cancelled() ? otherwise : task.await();
    }

    static String answerAfter(Duration delay) {
        try {
            return sleep(delay, "the answer");
        } catch (CancelledError error) {
            IO.println("Too slow, cancelled");
            throw error;
        }
    }
}
