package io.asyncio4j.bench.contest;

/** Keeps processors busy with nothing, to see what is left of the figures when others want the machine too. */
public final class BusyProcessors {
    private BusyProcessors() {}

    /** Until this process ends. */
    public static void keep(int processors) {
        for (int i = 0; i < processors; i++) {
            Thread.ofPlatform().name("busy-" + i).daemon().start(BusyProcessors::spin);
        }
    }

    private static void spin() {
        long turns = 0;
        while (!Thread.currentThread().isInterrupted()) {
            turns++;
        }
        assert turns > 0;
    }
}
