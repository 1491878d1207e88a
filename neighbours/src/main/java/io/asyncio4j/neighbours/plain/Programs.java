package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Rounds;
import io.asyncio4j.neighbours.rounds.VirtualThreadProgram;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The programs of plain virtual threads by name, one of which this serves. */
public final class Programs {
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Map<String, Program> ON_A_VIRTUAL_THREAD = Map.ofEntries(
            Map.entry("switch", new SwitchProgram()),
            Map.entry("await-done", new AwaitDoneProgram()),
            Map.entry("group", new GroupProgram()),
            Map.entry("gather", new GatherProgram()),
            Map.entry("sleeps", new SleepsProgram()),
            Map.entry("cancel", new CancelProgram(() -> Thread.sleep(HOUR))),
            Map.entry("cancel-waiting", new CancelProgram(() -> new CountDownLatch(1).await())),
            Map.entry("fail", new FailProgram()),
            Map.entry("timeout", new TimeoutProgram()),
            Map.entry("queue", new QueueProgram()),
            Map.entry("lock", new LockProgram()),
            Map.entry("deep-anew", new DeepAnewProgram()),
            Map.entry("deep", new DeepProgram()),
            Map.entry("sleepers", new SleepersProgram()),
            Map.entry("skynet", new SkynetProgram()),
            Map.entry("to-thread", new ToThreadProgram()));

    private Programs() {}

    /**
     * All of them.
     *
     * @return the programs by name
     */
    public static Map<String, Program> all() {
        Map<String, Program> programs = new HashMap<>();
        ON_A_VIRTUAL_THREAD.forEach((name, program) -> programs.put(name, new VirtualThreadProgram(program)));
        programs.put("submit", new SubmitProgram());
        return Map.copyOf(programs);
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
