package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.testkit.Exploration;
import io.asyncio4j.testkit.LeakCheck;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.RunSettings;
import java.util.ArrayList;
import java.util.List;

final class PlainProgram {
    static void main() throws Exception {
        RunSettings.standard()
                .in(Mode.EAGER)
                .checkedBy(new LeakCheck())
                .newRun()
                .run(() -> sleep(ofSeconds(1)));

        Exploration.of(run -> {
                    List<String> seen = new ArrayList<>();
                    run.invariants().add("both have run", () -> {
                        if (seen.size() != 2) {
                            throw new AssertionError(seen);
                        }
                    });
                    gather(() -> seen.add("one"), () -> seen.add("two")).await();
                })
                .runs(100)
                .run();
    }
}
