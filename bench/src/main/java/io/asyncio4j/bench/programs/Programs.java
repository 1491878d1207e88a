package io.asyncio4j.bench.programs;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Rounds;
import java.util.Map;

/** Our programs by name, one of which this serves. */
public final class Programs {
    private static final Map<String, Program> PROGRAMS = Map.of(
            "switch", new SwitchProgram(),
            "await-done", new AwaitDoneProgram(),
            "group", new GroupProgram(),
            "cancel", new CancelProgram(),
            "sleepers", new SleepersProgram());

    private Programs() {}

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
