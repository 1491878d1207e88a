package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static io.asyncio4j.cancellation.CancellationTokens.*;
import static java.time.Duration.ofHours;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.util.concurrent.TimeoutException;

/**
 * Shows a trap, known from the Parallel Patterns Library: a group is cancelled before one of its tasks has begun, so that
 * task never does, and who waits for what it would have done waits for ever, unless the same cancellation reaches it. Takes
 * {@code trap} or {@code remedy}. The remedy: what others rely on is done where every way out of the group leads past.
 */
final class TokenTrap {
    private TokenTrap() {}

    static void main(String[] which) throws Exception {
        run(() -> {
            Future<String> figures = getRunningLoop().createFuture();
            // outside the group, and not bound to its token: a report is written in any case
            Task<?> report = createTask(() -> writeReport(figures));
            try {
                loadInAGroup(figures);
            } catch (CancelledError error) {
                IO.println("The group is cancelled: " + error.getMessage());
            } finally {
                if (which[0].equals("remedy")) {
                    figures.cancel("nobody will load the figures");
                }
            }
            try {
                timeout(ofHours(1), _ -> shield(report).await());
            } catch (TimeoutException _) {
                IO.println("An hour later the report still waits");
            }
        });
    }

    static void loadInAGroup(Future<String> figures) throws Exception {
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            CancellationToken token = source.token();
            taskGroup(token, group -> {
                createTask(group, () -> load(figures), token);
                // its first step is due in the loop's next turn, and the token is cancelled before that
                source.cancel("the user has left");
            });
        }
    }

    static void load(Future<String> figures) {
        IO.println("Loading the figures");
        figures.setResult("the figures");
    }

    static void writeReport(Future<String> figures) throws Exception {
        try {
            IO.println("Report with " + figures.await());
        } catch (ChildCancelledError error) {
            IO.println("Report without figures: " + error.getMessage());
        }
    }
}
