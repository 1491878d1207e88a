package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.testkit.AsyncioTest;
import io.asyncio4j.testkit.Mode;
import java.time.Duration;

class Leaking {
    @AsyncioTest(mode = Mode.LAZY)
    void newsIsShown() {
        createTask(
                () -> {
                    while (true) {
                        sleep(Duration.ofMinutes(1));
                    }
                },
                "refresher");
        sleep(Duration.ofHours(1));
    }
}
