package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Rounds;
import java.util.Map;

/** The programs of bare continuations by name, one of which this serves. */
public final class Programs {
    private static final Map<String, Program> PROGRAMS = Map.ofEntries(
            Map.entry("switch", new SwitchProgram()),
            Map.entry("group", new GroupProgram()),
            Map.entry("gather", new GatherProgram()),
            Map.entry("sleeps", new SleepsProgram()),
            Map.entry("cancel-waiting", new CancelWaitingProgram()),
            Map.entry("fail", new FailProgram()),
            Map.entry("queue", new QueueProgram()),
            Map.entry("lock", new LockProgram()),
            Map.entry("deep-anew", new DeepAnewProgram()),
            Map.entry("deep", new DeepProgram()),
            Map.entry("sleepers", new SleepersProgram()),
            Map.entry("skynet", new SkynetProgram()));

    private Programs() {}

    /**
     * All of them.
     *
     * @return the programs by name
     */
    public static Map<String, Program> all() {
        return PROGRAMS;
    }

    /**
     * Serves rounds.
     *
     * @param arguments the program's name, how many tasks, how often each
     * @throws Exception what the program fails with
     */
    public static void main(String[] arguments) throws Exception {
        Rounds.serve(PROGRAMS, arguments);
    }
}
