package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/** One continuation that goes 100 calls deep and there, with nobody else about, lets the others run. Measured: all of it. */
final class DeepProgram implements Program {
    private static final int DEPTH = 100;

    @Override
    public Sample round(int tasks, int times) {
        Turns turns = new Turns();
        int[] calls = new int[1];
        long began = System.nanoTime();
        turns.start(() -> calls[0] = call(turns, DEPTH, times));
        turns.run();
        Sample took = Sample.Time.since(began);
        if (calls[0] != DEPTH) {
            throw new AssertionError("went " + calls[0] + " calls deep");
        }
        return took;
    }

    private static int call(Turns turns, int levels, int times) {
        if (levels == 0) {
            for (int i = 0; i < times; i++) {
                turns.letOthersRun();
            }
            return 0;
        }
        return call(turns, levels - 1, times) + 1;
    }
}
