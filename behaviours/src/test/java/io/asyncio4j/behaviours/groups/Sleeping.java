package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofDays;

import io.asyncio4j.CancelledError;
import java.util.List;

/** What bodies and children do until they are cancelled. */
final class Sleeping {

    private Sleeping() {}

    /** Sleeps for a day; who is cancelled meanwhile is written down, with the message. */
    static void sleepAndTell(String name, List<Object> seen) {
        try {
            sleep(ofDays(1));
        } catch (CancelledError error) {
            seen.add(name + " " + error.getMessage());
            throw error;
        }
    }
}
