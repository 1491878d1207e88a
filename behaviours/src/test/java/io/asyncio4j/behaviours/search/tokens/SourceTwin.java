package io.asyncio4j.behaviours.search.tokens;

import java.util.ArrayList;
import java.util.List;

/** A source for one thread, with its defect. */
final class SourceTwin implements Source {

    /** What is wrong with the source. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Calls a copy of the list, also what a callback before has taken out of it. */
        CALLS_WHAT_WAS_TAKEN_BACK,
        /** What is registered after the cancellation is not called. */
        FORGETS_LATE_CALLBACKS,
        /** A second request calls all once more. */
        CALLS_AT_EACH_REQUEST
    }

    private final Defect defect;
    private final List<Runnable> callbacks = new ArrayList<>();
    private boolean cancelled;

    SourceTwin(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Runnable register(Runnable callback) {
        if (cancelled && defect != Defect.FORGETS_LATE_CALLBACKS) {
            callback.run();
            return () -> {};
        }
        callbacks.add(callback);
        return () -> callbacks.remove(callback);
    }

    @Override
    public void cancel() {
        if (defect == Defect.CALLS_AT_EACH_REQUEST || defect == Defect.CALLS_WHAT_WAS_TAKEN_BACK) {
            if (!cancelled || defect == Defect.CALLS_AT_EACH_REQUEST) {
                List.copyOf(callbacks).reversed().forEach(Runnable::run);
            }
            cancelled = true;
            return;
        }
        cancelled = true;
        while (!callbacks.isEmpty()) {
            callbacks.removeLast().run();
        }
    }

    @Override
    public void close() {
        callbacks.clear();
    }
}
