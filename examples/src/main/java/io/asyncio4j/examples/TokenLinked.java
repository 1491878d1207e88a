package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static io.asyncio4j.cancellation.CancellationTokens.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;

/** Shows a linked source: each request may be ended by its own deadline, or by the user who ends them all. */
final class TokenLinked {
    private TokenLinked() {}

    static void main() throws Exception {
        run(() -> {
            try (CancellationTokenSource user = new CancellationTokenSource()) {
                getRunningLoop().callLater(ofSeconds(3), () -> user.cancel("the user has left"));
                for (int number = 1; number <= 3; number++) {
                    IO.println("Request " + number + ": " + request(user.token()));
                }
            }
        });
    }

    static String request(CancellationToken user) throws Exception {
        try (CancellationTokenSource source = CancellationTokenSource.linkedTo(user)) {
            source.cancelAfter(ofSeconds(2));
            return withToken(source.token(), () -> sleep(ofSeconds(10), "answered"));
        } catch (CancelledError error) {
            CancellationToken token = CancellationToken.of(error);
            boolean byUser = token != null && token.causedBy() == user;
            return byUser ? "given up, because " + error.getMessage() : "too slow";
        }
    }
}
