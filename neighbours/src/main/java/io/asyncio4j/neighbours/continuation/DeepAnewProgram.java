package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/**
 * Continuations that go 100 calls deep, let the others run there, and return all the way, over and over. Measured: from the
 * first to the last.
 */
final class DeepAnewProgram implements Program {
    private static final int DEPTH = 100;

    @Override
    public Sample round(int tasks, int times) {
        Turns turns = new Turns();
        long[] calls = new long[1];
        Runnable descending = () -> {
            for (int i = 0; i < times; i++) {
                int made = call(turns, DEPTH);
                calls[0] += made;
            }
        };
        long began = System.nanoTime();
        for (int i = 0; i < tasks; i++) {
            turns.start(descending);
        }
        turns.run();
        Sample took = Sample.Time.since(began);
        if (calls[0] != (long) tasks * times * DEPTH) {
            throw new AssertionError("called the wrong number of times: " + calls[0]);
        }
        return took;
    }

    private static int call(Turns turns, int levels) {
        if (levels == 0) {
            turns.letOthersRun();
            return 0;
        }
        return call(turns, levels - 1) + 1;
    }
}
