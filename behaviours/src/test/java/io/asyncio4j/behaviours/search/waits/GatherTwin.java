package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A gathering as asyncio's, but for its defect, and as long as nobody cancels a child. */
record GatherTwin(Defect defect) implements Gathering {

    /** What is wrong with the gathering. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Collects the results as they come. */
        IN_ORDER_OF_COMPLETION,
        /** When it is cancelled, the children do not hear of it. */
        LEAVES_CHILDREN_RUNNING,
        /** When it is cancelled, it cancels the children and does not wait for their ends. */
        DOES_NOT_WAIT_FOR_CHILDREN,
        /** Only the last child to end is asked whether it has failed. */
        LOSES_EARLY_FAILURES,
        /** The first failure cancels the other children, as in a task group. */
        CANCELS_SIBLINGS
    }

    @Override
    public List<String> of(List<? extends Future<String>> children) throws Exception {
        List<String> completed = new ArrayList<>();
        Future<Object> over = getRunningLoop().createFuture();
        int[] left = {children.size()};
        for (Future<String> child : children) {
            child.addDoneCallback(done -> {
                left[0]--;
                Throwable failure = done.cancelled() ? null : done.exception();
                if (failure == null && !done.cancelled()) {
                    completed.add(resultOf(done));
                }
                if (!over.done()) {
                    childDone(failure, left[0], over, children);
                }
            });
        }
        try {
            over.await();
        } catch (CancelledError error) {
            if (defect != Defect.LEAVES_CHILDREN_RUNNING) {
                children.forEach(Future::cancel);
            }
            if (defect != Defect.LEAVES_CHILDREN_RUNNING && defect != Defect.DOES_NOT_WAIT_FOR_CHILDREN) {
                awaitEnds(children);
            }
            throw error;
        }
        return defect == Defect.IN_ORDER_OF_COMPLETION
                ? completed
                : children.stream().map(GatherTwin::resultOf).toList();
    }

    private void childDone(
            @Nullable Throwable failure, int left, Future<Object> over, List<? extends Future<String>> children) {
        if (failure != null && (defect != Defect.LOSES_EARLY_FAILURES || left == 0)) {
            over.setException(Objects.requireNonNull(failure));
            if (defect == Defect.CANCELS_SIBLINGS) {
                children.forEach(Future::cancel);
            }
        } else if (left == 0) {
            over.setResult("all");
        }
    }

    private static void awaitEnds(List<? extends Future<String>> children) {
        for (Future<String> child : children) {
            if (!child.done()) {
                var _ = Asyncio.wait(List.of(child));
            }
        }
    }

    private static String resultOf(Future<String> done) {
        try {
            return done.result();
        } catch (Exception failure) {
            return "failed";
        }
    }
}
