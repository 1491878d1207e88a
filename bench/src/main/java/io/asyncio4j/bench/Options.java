package io.asyncio4j.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param workloads what to measure; all if none was named
 * @param rounds how many rounds of each
 * @param collector of our JVM
 * @param carriers how many threads carry our JVM's virtual threads, or 0 for its own choice
 * @param json where the figures go as JSON, or null
 */
record Options(
        List<Workload> workloads,
        int rounds,
        Collector collector,
        int carriers,
        @Nullable Path json) {
    private static final int DEFAULT_ROUNDS = 9;

    static Options parse(String[] arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Set<Workload> workloads = new LinkedHashSet<>();
        int rounds = DEFAULT_ROUNDS;
        Collector collector = Collector.DEFAULT;
        int carriers = 0;
        Path json = null;
        while (!left.isEmpty()) {
            String argument = left.remove();
            switch (argument) {
                case "--rounds" -> rounds = number(argument, left);
                case "--gc" -> collector = Collector.named(value(argument, left));
                case "--carriers" -> carriers = number(argument, left);
                case "--json" -> json = Path.of(value(argument, left));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("there is no option '" + argument + "'");
                    }
                    workloads.addAll(Workload.named(argument));
                }
            }
        }
        List<Workload> chosen = workloads.isEmpty() ? List.of(Workload.values()) : List.copyOf(workloads);
        return new Options(chosen, rounds, collector, carriers, json);
    }

    private static String value(String option, Deque<String> left) {
        String value = left.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return value;
    }

    private static int number(String option, Deque<String> left) {
        String value = value(option, left);
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // refused below
        }
        throw new IllegalArgumentException(option + " needs a number above zero, not '" + value + "'");
    }
}
