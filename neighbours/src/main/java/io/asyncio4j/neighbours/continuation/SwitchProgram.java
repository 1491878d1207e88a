package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/** Continuations that let each other run, in turn. Measured: from the first to the last. */
final class SwitchProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        Turns turns = new Turns();
        Runnable taking = () -> {
            for (int i = 0; i < times; i++) {
                turns.letOthersRun();
            }
        };
        long began = System.nanoTime();
        for (int i = 0; i < tasks; i++) {
            turns.start(taking);
        }
        turns.run();
        return Sample.Time.since(began);
    }
}
