package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;

import java.time.Duration;

/** A whole program: the smallest there is that lets others run. Measured from outside. */
public final class Hello {
    private Hello() {}

    /**
     * Says hello.
     *
     * @param arguments none
     * @throws Exception never
     */
    public static void main(String[] arguments) throws Exception {
        run(() -> {
            sleep(Duration.ZERO);
            System.out.println("hello");
        });
    }
}
