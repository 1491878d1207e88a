package io.asyncio4j.cancellation;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A wait of the calling task for several futures, which it leaves alone, and for a token: {@code whenAll} and
 * {@code whenAny}. Loop thread only.
 */
final class JointWait<T extends @Nullable Object> implements Consumer<Future<?>> {
    // Fixed.
    private final CancellationToken token;
    private final List<Future<? extends T>> futures;
    private final EventLoop loop;
    private final Future<@Nullable Void> over;

    // What decides comes first, and is the only one that counts.
    private int missing;
    private @Nullable Future<?> decisive;
    private boolean tokenCancelled;

    private JointWait(
            String name, CancellationToken token, Collection<? extends Future<? extends T>> futures, boolean all) {
        Objects.requireNonNull(token, "the token; for none, give CancellationToken.none()");
        this.token = token;
        this.loop = LoopThread.currentTask(name).getLoop();
        this.futures = new ArrayList<>(futures);
        for (Future<? extends T> future : this.futures) {
            Objects.requireNonNull(future, name + " was given null among its futures");
            if (future.getLoop() != loop) {
                throw new IllegalArgumentException(name + " was given a future of another loop: " + future);
            }
        }
        this.missing = all ? this.futures.size() : 1;
        this.over = loop.createFuture();
    }

    static <T extends @Nullable Object> List<T> all(
            CancellationToken token, Collection<? extends Future<? extends T>> futures) throws Exception {
        JointWait<T> wait = new JointWait<>("whenAll()", token, futures, true);
        wait.await();
        if (wait.decisive != null) {
            wait.decisive.result();
        }
        List<T> results = new ArrayList<>(futures.size());
        for (Future<? extends T> future : wait.futures) {
            results.add(future.result());
        }
        return Collections.unmodifiableList(results);
    }

    static <T extends @Nullable Object> Winner<T> any(
            CancellationToken token, Collection<? extends Future<? extends T>> futures) throws Exception {
        JointWait<T> wait = new JointWait<>("whenAny()", token, futures, false);
        if (wait.futures.isEmpty()) {
            throw new IllegalArgumentException("whenAny() needs at least one future: of none, none is ever the first");
        }
        wait.await();
        int index = wait.futures.indexOf(wait.decisive);
        Future<? extends T> first = wait.futures.get(index);
        return new Winner<>(first.result(), index, first);
    }

    private void await() throws Exception {
        token.throwIfCancellationRequested();
        for (Future<?> future : futures) {
            if (future.done()) {
                accept(future);
            }
        }
        if (missing == 0 || decisive != null) {
            return;
        }
        for (Future<?> future : futures) {
            if (!future.done()) {
                future.addDoneCallback(this);
            }
        }
        CancellationRegistration registration =
                CancellationRegistration.ofTheLibrary(token, () -> LoopThread.run(loop, this::cancelledByToken));
        try {
            over.await();
        } finally {
            registration.abandon();
            for (Future<?> future : futures) {
                future.removeDoneCallback(this);
            }
        }
        if (tokenCancelled) {
            throw token.error(null);
        }
    }

    @Override
    public void accept(Future<?> done) {
        if (isOver()) {
            return;
        }
        missing--;
        if (missing == 0 || done.cancelled() || done.failed()) {
            decisive = done;
            over.setResult(null);
        }
    }

    private void cancelledByToken() {
        if (!isOver()) {
            tokenCancelled = true;
            over.setResult(null);
        }
    }

    /** Also where the calling task was cancelled, and this future with it. */
    private boolean isOver() {
        return over.done();
    }
}
