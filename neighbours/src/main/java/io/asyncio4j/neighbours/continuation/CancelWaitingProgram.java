package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;

/** Continuations that wait for ever, cancelled one after the other. Measured: the cancelling; not their creation. */
final class CancelWaitingProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        List<Waiting> all = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            Waiting waiting = new Waiting();
            waiting.start();
            all.add(waiting);
        }
        long began = System.nanoTime();
        for (Waiting waiting : all) {
            waiting.cancel();
        }
        Sample took = Sample.Time.since(began);
        if (!all.stream().allMatch(Waiting::cancelled)) {
            throw new AssertionError("one that waited was not cancelled");
        }
        return took;
    }
}
