package io.asyncio4j;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gather} returns: done when all children are, or failed with the first failure. Cancelling it cancels the
 * children; it then ends with a {@link CancelledError} as its exception, when the first child has ended as cancelled, or,
 * where exceptions are returned, when all have ended.
 */
final class GatheringFuture<T extends @Nullable Object> extends TracedFuture<List<T>> implements Consumer<Future<?>> {
    // Fixed. A child stands here as often as it was given.
    private final List<Future<?>> children = new ArrayList<>();
    private final boolean returnExceptions;

    // Loop thread only.
    private int pending;
    private @Nullable CancelRequest cancelRequested;

    private GatheringFuture(EventLoop loop, boolean returnExceptions) {
        super(loop);
        this.returnExceptions = returnExceptions;
    }

    static <T extends @Nullable Object> Future<List<T>> of(
            List<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
        for (Awaitable<?> awaitable : awaitables) {
            Objects.requireNonNull(awaitable, "gather() was given null among its awaitables");
        }
        if (awaitables.isEmpty()) {
            Future<List<T>> nothing = RunningLoop.get().createFuture();
            nothing.setResult(new ArrayList<>());
            return nothing;
        }
        Future<?> first = Futures.ensure(awaitables.getFirst(), null);
        GatheringFuture<T> gathering = new GatheringFuture<>(first.getLoop(), returnExceptions);
        gathering.watch(first, awaitables);
        return gathering;
    }

    private void watch(Future<?> first, List<? extends Awaitable<?>> awaitables) {
        Set<Future<?>> doneAtOnce = new LinkedHashSet<>();
        for (Awaitable<?> awaitable : awaitables) {
            Future<?> child = children.isEmpty() ? first : Futures.ensure(awaitable, loop);
            children.add(child);
            // a future given twice counts once; a lambda given twice is two coroutines
            if (child.done() ? doneAtOnce.add(child) : !child.hasCallback(this)) {
                pending++;
                if (!child.done()) {
                    child.onDone(this);
                }
            }
        }
        // children that ended in an eager first step count at once: if all did, so does the gathering
        doneAtOnce.forEach(this);
    }

    @Override
    public void accept(Future<?> child) {
        pending--;
        child.retrieve();
        if (done()) {
            return;
        }
        if (!returnExceptions && child.cancelled()) {
            fail(child.cancelledError());
        } else if (!returnExceptions && child.failed()) {
            fail(Objects.requireNonNull(child.failure()));
        } else if (pending == 0) {
            end();
        }
    }

    private void end() {
        CancelRequest request = cancelRequested;
        Future<?> last = children.getLast();
        if (request == null) {
            complete(results());
        } else if (last.cancelled()) {
            fail(last.cancelledError());
        } else {
            fail(new ChildCancelledError(this, null, request.site(), request));
        }
    }

    @SuppressWarnings("unchecked") // with returnExceptions T is Object, else every child's result is a T
    private List<T> results() {
        List<T> results = new ArrayList<>(children.size());
        for (Future<?> child : children) {
            results.add((T) child.resultOrError());
        }
        return results;
    }

    @Override
    boolean cancel(CancelRequest request) {
        if (done()) {
            return false;
        }
        boolean any = false;
        for (Future<?> child : children) {
            any |= child.cancel(request);
        }
        if (any) {
            cancelRequested = request;
        }
        return any;
    }
}
