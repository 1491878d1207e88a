package io.asyncio4j;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The failures of one loop that nobody has looked at: each is reported when its future has become garbage, or at the
 * latest when the loop is closed. Loop thread only.
 */
final class UnretrievedFailures {
    private final EventLoop loop;
    private final Set<UnretrievedFailure> open = new LinkedHashSet<>();
    private final ReferenceQueue<Future<?>> garbage = new ReferenceQueue<>();

    UnretrievedFailures(EventLoop loop) {
        this.loop = loop;
    }

    UnretrievedFailure add(Future<?> future, Throwable exception, @Nullable Throwable source) {
        UnretrievedFailure failure = new UnretrievedFailure(future, exception, source, garbage);
        open.add(failure);
        return failure;
    }

    void remove(UnretrievedFailure failure) {
        open.remove(failure);
        failure.clear();
    }

    /** Reports those whose future is gone. Costs nothing where nothing has failed. */
    void reportGarbage() {
        if (open.isEmpty()) {
            return;
        }
        for (Reference<?> gone = garbage.poll(); gone != null; gone = garbage.poll()) {
            if (gone instanceof UnretrievedFailure failure && open.remove(failure)) {
                loop.callExceptionHandler(failure.report());
            }
        }
    }

    /** Reports all that are left: the loop is closed, nobody can await them any more. */
    void reportAll() {
        List<UnretrievedFailure> left = List.copyOf(open);
        open.clear();
        for (UnretrievedFailure failure : left) {
            failure.clear();
            loop.callExceptionHandler(failure.report());
        }
    }
}
