package io.asyncio4j.bench.programs;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Rounds;
import java.util.Map;
import java.util.Set;

/** Our programs by name, one of which this serves. */
public final class Programs {
    private static final int MILLION = 1_000_000;

    static final Map<String, Program> BY_NAME = Map.ofEntries(
            Map.entry("switch", new SwitchProgram()),
            Map.entry("await-done", new AwaitDoneProgram()),
            Map.entry("group", new GroupProgram()),
            Map.entry("gather", new GatherProgram()),
            Map.entry("sleeps", new SleepsProgram()),
            Map.entry("cancel", CancelProgram.ofSleeping()),
            Map.entry("cancel-waiting", CancelProgram.ofWaiting()),
            Map.entry("fail", new FailProgram()),
            Map.entry("timeout", new TimeoutProgram()),
            Map.entry("queue", new QueueProgram()),
            Map.entry("lock", new LockProgram()),
            Map.entry("deep-anew", new DeepAnewProgram()),
            Map.entry("deep", new DeepProgram()),
            Map.entry("sleepers", new SleepersProgram()),
            Map.entry("skynet", new SkynetProgram()),
            Map.entry("to-thread", new ToThreadProgram()),
            Map.entry("submit", new SubmitProgram()),
            Map.entry("switch-sleepers", new SwitchSleepersProgram(MILLION)),
            Map.entry("timers", TimersProgram.time()),
            Map.entry("timers-memory", TimersProgram.memory()),
            Map.entry("loops", new LoopsProgram()));

    private Programs() {}

    /**
     * What there is.
     *
     * @return the names
     */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /**
     * Serves rounds.
     *
     * @param arguments the program's name, how many tasks, how often each
     * @throws Exception what the program fails with
     */
    public static void main(String[] arguments) throws Exception {
        Rounds.serve(BY_NAME, arguments);
    }
}
