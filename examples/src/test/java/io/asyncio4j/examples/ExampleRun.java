package io.asyncio4j.examples;

import io.asyncio4j.lowlevel.PollerFactory;
import io.asyncio4j.testkit.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What one run of an example printed, and how long it took on its virtual clock (nothing, in real time).
 *
 * <p>Takes {@code System.out} for itself meanwhile, so tests with it run one after another.
 */
record ExampleRun(List<String> lines, Duration elapsed) {

    static ExampleRun of(String name, String... arguments) throws Exception {
        Example example = Examples.find(name).orElseThrow();
        return switch (example.time()) {
            case VIRTUAL -> onVirtualTime(example, arguments);
            case REAL -> new ExampleRun(printedBy(() -> example.program().main(arguments)), Duration.ZERO);
        };
    }

    private static ExampleRun onVirtualTime(Example example, String... arguments) throws Exception {
        VirtualClock clock = VirtualClock.detectingDeadlock();
        List<String> lines = ScopedValue.where(PollerFactory.CURRENT, () -> clock)
                .call(() -> printedBy(() -> example.program().main(arguments)));
        return new ExampleRun(lines, Duration.ofNanos(clock.time()));
    }

    static List<String> printedBy(Action action) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Anything that prints. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
