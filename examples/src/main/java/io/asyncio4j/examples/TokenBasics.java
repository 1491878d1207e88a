package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static io.asyncio4j.cancellation.CancellationTokens.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;

/** Shows a token given to two tasks and a callback: one call cancels them all; the task that was not given it goes on. */
final class TokenBasics {
    private TokenBasics() {}

    static void main() throws Exception {
        run(() -> {
            try (CancellationTokenSource source = new CancellationTokenSource()) {
                CancellationToken token = source.token();
                Task<?> news = createTask(() -> download("news"), token);
                Task<?> sport = createTask(() -> download("sport"), token);
                Task<?> backup = createTask(() -> download("backup"));
                try (var _ = token.register(() -> IO.println("The button is grey: " + token.reason()))) {
                    sleep(ofSeconds(1));
                    source.cancel("the user has left");
                }
                showEndOf(news);
                showEndOf(sport);
                backup.await();
            }
        });
    }

    static void download(String what) {
        sleep(ofSeconds(3));
        IO.println(what + " downloaded");
    }

    static void showEndOf(Task<?> task) throws Exception {
        try {
            task.await();
        } catch (CancelledError error) {
            boolean byToken = CancellationToken.of(error) != null;
            IO.println("Cancelled " + (byToken ? "by the token: " : "by somebody else: ") + error.getMessage());
        }
    }
}
