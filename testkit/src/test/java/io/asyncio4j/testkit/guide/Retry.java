package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Coroutine;
import java.io.IOException;
import java.time.Duration;

final class Retry {
    static <T> T retry(int attempts, Coroutine<T> coroutine) throws Exception {
        Duration pause = Duration.ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            try {
                return coroutine.await();
            } catch (IOException failure) {
                if (attempt == attempts) {
                    throw failure;
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }
}
