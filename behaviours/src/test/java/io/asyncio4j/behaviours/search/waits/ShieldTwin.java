package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.Future;

/** A shield as asyncio's, but for its defect. */
record ShieldTwin(Defect defect) implements Protection {

    /** What is wrong with the shield. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Waits for the task itself, which a cancellation of the wait then reaches. */
        PASSES_THE_CANCELLATION_ON,
        /** Takes a task that was cancelled for one without a result. */
        HIDES_THE_CANCELLATION_OF_THE_TASK
    }

    @Override
    public Future<String> of(Future<String> inner) {
        if (defect == Defect.PASSES_THE_CANCELLATION_ON) {
            return inner;
        }
        Future<String> outer = getRunningLoop().createFuture();
        inner.addDoneCallback(done -> {
            if (outer.done()) {
                return;
            }
            if (!done.cancelled()) {
                pass(done, outer);
            } else if (defect == Defect.HIDES_THE_CANCELLATION_OF_THE_TASK) {
                outer.setResult("nothing");
            } else {
                outer.cancel();
            }
        });
        return outer;
    }

    private static void pass(Future<String> done, Future<String> outer) {
        try {
            outer.setResult(done.result());
        } catch (Exception failure) {
            outer.setException(failure);
        }
    }
}
