package io.asyncio4j.behaviours.time;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofNanos;

import java.time.Duration;

/** The time of the running loop, by its clock and in its turns. */
public final class LoopTime {

    private LoopTime() {}

    /** What the loop's clock says. */
    public static Duration now() {
        return ofNanos(getRunningLoop().time());
    }

    /** Lets so many turns pass. */
    public static void turns(int number) {
        for (int turn = 0; turn < number; turn++) {
            sleep(ZERO);
        }
    }
}
