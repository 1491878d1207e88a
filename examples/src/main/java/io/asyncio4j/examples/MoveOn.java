package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

/** Shows a time limit without an exception: when it is over, one goes on with something else. */
final class MoveOn {
    private MoveOn() {}

    static void main() throws Exception {
        run(() -> {
            for (int seconds : new int[] {1, 9}) {
                String advice = moveOnAfter(ofSeconds(5), _ -> sleep(ofSeconds(seconds), "take an umbrella"))
                        .orElse("no forecast: look out of the window");
                IO.println(advice);
            }
            boolean inTime = moveOnAfter(ofSeconds(5), _ -> {
                sleep(ofSeconds(2));
            });
            IO.println("in time: " + inTime);
        });
    }
}
