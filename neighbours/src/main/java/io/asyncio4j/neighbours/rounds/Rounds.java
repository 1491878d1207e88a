package io.asyncio4j.neighbours.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs one program a round at a time: for each line of standard input one round, and one line that says what it took. The
 * first line says what runtime this is. Ends with the input.
 */
public final class Rounds {
    private Rounds() {}

    /**
     * Serves rounds; or, for the single argument {@code list}, says the names of all programs in one line.
     *
     * @param programs a contestant's programs by name
     * @param arguments the program's name, how many tasks, how often each; or {@code list}
     * @throws Exception what the program fails with
     */
    public static void serve(Map<String, Program> programs, String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("list")) {
            say(String.join(" ", new TreeSet<>(programs.keySet())));
            return;
        }
        Program program = programs.get(arguments[0]);
        if (program == null) {
            throw new IllegalArgumentException(
                    "there is no program '" + arguments[0] + "': " + new TreeSet<>(programs.keySet()));
        }
        int tasks = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        say(runtime());
        BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (rounds.readLine() != null) {
            say(program.round(tasks, times).toString());
        }
    }

    private static void say(String line) throws IOException {
        System.out.write((line + "\n").getBytes(UTF_8));
        System.out.flush();
    }

    private static String runtime() {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
        String carriers = System.getProperty("jdk.virtualThreadScheduler.parallelism");
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + " (" + collectors
                + (carriers == null ? "" : "; carriers of virtual threads: " + carriers) + ")";
    }
}
