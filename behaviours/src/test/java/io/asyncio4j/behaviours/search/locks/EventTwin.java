package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.Future;
import io.asyncio4j.behaviours.search.workers.TwinLine;
import org.jspecify.annotations.Nullable;

/** An event as asyncio's, but for its defect. */
final class EventTwin implements EventLike {

    /** What is wrong with the event. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who was woken looks at the flag again, and waits on if it has been cleared meanwhile. */
        LOOKS_AGAIN,
        /** All wait for one future, which is cancelled with the first of them. */
        ONE_FUTURE_FOR_ALL,
        /** All wait for one future, and clearing the flag does not make a new one. */
        CLEARS_THE_FLAG_ONLY,
        /** Who is cancelled is not taken out of the line. */
        CANCELLED_STAYS_IN_LINE
    }

    private final Defect defect;
    private final TwinLine line = new TwinLine();
    private boolean set;
    private int inLine;
    private @Nullable Future<Object> gate;

    EventTwin(Defect defect) {
        this.defect = defect;
    }

    @Override
    public boolean isSet() {
        return set;
    }

    @Override
    public void set() {
        set = true;
        line.wakeAll();
        if (gate != null && !gate.done()) {
            gate.setResult("open");
        }
    }

    @Override
    public void clear() {
        set = false;
    }

    @Override
    public void await() {
        if (set) {
            return;
        }
        if (defect == Defect.ONE_FUTURE_FOR_ALL || defect == Defect.CLEARS_THE_FLAG_ONLY) {
            line.await(gate());
            return;
        }
        inLine++;
        boolean woken = false;
        try {
            do {
                line.await(line.join());
            } while (!set && defect == Defect.LOOKS_AGAIN);
            woken = true;
        } finally {
            if (woken || defect != Defect.CANCELLED_STAYS_IN_LINE) {
                inLine--;
            }
        }
    }

    private Future<Object> gate() {
        Future<Object> known = gate;
        if (known == null || (known.done() && defect != Defect.CLEARS_THE_FLAG_ONLY)) {
            known = getRunningLoop().createFuture();
            gate = known;
        }
        return known;
    }

    @Override
    public boolean awaited() {
        return inLine > 0;
    }
}
