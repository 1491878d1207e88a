package io.asyncio4j.neighbours.structured;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Rounds;
import io.asyncio4j.neighbours.rounds.VirtualThreadProgram;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The programs of structured concurrency by name, one of which this serves. */
public final class Programs {
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Map<String, Program> PROGRAMS = Map.of(
            "group", new GroupProgram(),
            "gather", new GatherProgram(),
            "sleeps", new SleepsProgram(),
            "cancel", new CancelProgram(() -> Thread.sleep(HOUR)),
            "cancel-waiting", new CancelProgram(() -> new CountDownLatch(1).await()),
            "fail", new FailProgram(),
            "timeout", new TimeoutProgram(),
            "sleepers", new SleepersProgram(),
            "skynet", new SkynetProgram());

    private Programs() {}

    /**
     * All of them.
     *
     * @return the programs by name
     */
    public static Map<String, Program> all() {
        return PROGRAMS.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> new VirtualThreadProgram(entry.getValue())));
    }

    /**
     * Serves rounds.
     *
     * @param arguments the program's name, how many tasks, how often each
     * @throws Exception what the program fails with
     */
    public static void main(String[] arguments) throws Exception {
        Rounds.serve(all(), arguments);
    }
}
