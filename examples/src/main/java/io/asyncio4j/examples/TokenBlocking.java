package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static io.asyncio4j.cancellation.CancellationTokens.*;
import static java.time.Duration.ofMillis;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.math.BigInteger;
import java.util.concurrent.CountDownLatch;

/** Shows a function that computes on another thread, and asks the token of its task whether it is to stop. */
final class TokenBlocking {
    private TokenBlocking() {}

    static void main() throws Exception {
        run(() -> {
            try (CancellationTokenSource source = new CancellationTokenSource()) {
                CountDownLatch begun = new CountDownLatch(1);
                Task<?> search = createTask(() -> toThread(() -> largestPrime(begun)), source.token());
                toThread(() -> begun.await());
                source.cancelAfter(ofMillis(50));
                search.await();
            } catch (CancelledError _) {
                IO.println("The search is cancelled");
            }
        });
        IO.println("Its thread has stopped");
    }

    /** There is none; without the token this would go on for ever, and so would the run, which waits for its threads. */
    static BigInteger largestPrime(CountDownLatch begun) {
        CancellationToken token = CancellationToken.current();
        BigInteger prime = BigInteger.TWO;
        IO.println("Searching the largest prime number");
        begun.countDown();
        while (true) {
            token.throwIfCancellationRequested();
            prime = prime.nextProbablePrime();
        }
    }
}
