package io.asyncio4j.examples;

import io.asyncio4j.testkit.VirtualClock;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the examples and runs them by name: {@code list}, or {@code run NAME [--real-time] [ARGUMENT]}.
 *
 * <p>An example that only waits for time runs on virtual time, and so is over at once; with {@code --real-time} it takes
 * the time it says.
 */
public final class ExamplesCommand {
    private static final int WRONG_USAGE = 2;
    private static final String REAL_TIME = "--real-time";

    private final PrintStream errors;

    ExamplesCommand(PrintStream errors) {
        this.errors = errors;
    }

    /**
     * The command.
     *
     * @param arguments {@code list}, or {@code run} with the name of an example and what it takes
     * @throws Exception what the example fails with
     */
    public static void main(String[] arguments) throws Exception {
        int status = new ExamplesCommand(System.err).execute(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    int execute(List<String> arguments) throws Exception {
        if (arguments.equals(List.of("list"))) {
            list(System.out);
            return 0;
        }
        if (arguments.size() >= 2 && arguments.getFirst().equals("run")) {
            return run(arguments.subList(1, arguments.size()));
        }
        errors.println("usage: list | run NAME [" + REAL_TIME + "] [ARGUMENT]");
        return WRONG_USAGE;
    }

    private int run(List<String> words) throws Exception {
        List<String> arguments = new ArrayList<>(words);
        boolean realTime = arguments.remove(REAL_TIME);
        String name = arguments.isEmpty() ? "" : arguments.removeFirst();
        Optional<Example> found = Examples.find(name);
        if (found.isEmpty()) {
            errors.println("there is no example '" + name + "'; there are:");
            list(errors);
            return WRONG_USAGE;
        }
        Example example = found.get();
        if (!example.takes(arguments)) {
            errors.println("call it like this: " + example.usage());
            return WRONG_USAGE;
        }
        run(example, realTime, arguments.toArray(String[]::new));
        return 0;
    }

    private static void run(Example example, boolean realTime, String[] arguments) throws Exception {
        if (realTime || example.time() == Example.Time.REAL) {
            example.program().main(arguments);
        } else {
            VirtualClock.within(() -> example.program().main(arguments));
        }
    }

    private static void list(PrintStream to) {
        int width = Examples.ALL.stream()
                .mapToInt(example -> example.usage().length())
                .max()
                .orElse(0);
        for (Example example : Examples.ALL) {
            to.println(example.usage() + " ".repeat(width + 2 - example.usage().length()) + example.description());
        }
    }
}
