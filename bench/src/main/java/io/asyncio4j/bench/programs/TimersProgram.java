package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.EventLoop;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.ResidentMemory;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/**
 * Timers set and cancelled at once, while the loop has its turns in between. Measured: the time of all; or the memory after
 * them, which tells whether cancelled timers pile up.
 */
final class TimersProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TIMERS_A_TURN = 1_000;

    private final boolean measuresMemory;

    private TimersProgram(boolean measuresMemory) {
        this.measuresMemory = measuresMemory;
    }

    /** Measures the time. */
    static Program time() {
        return new TimersProgram(false);
    }

    /** Measures the memory. */
    static Program memory() {
        return new TimersProgram(true);
    }

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            EventLoop loop = getRunningLoop();
            long before = ResidentMemory.now();
            long began = System.nanoTime();
            for (int i = 1; i <= times; i++) {
                loop.callLater(HOUR, TimersProgram::unreached).cancel();
                if (i % TIMERS_A_TURN == 0) {
                    sleep(Duration.ZERO);
                }
            }
            return measuresMemory ? Sample.Memory.since(before) : Sample.Time.since(began);
        });
    }

    private static void unreached() {
        throw new AssertionError("a cancelled timer came due");
    }
}
