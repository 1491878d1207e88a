package io.asyncio4j;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** What is left to say of a failed future when it is gone and nobody ever looked at its exception. */
final class UnretrievedFailure extends PhantomReference<Future<?>> {
    private final String message;
    private final String who;
    private final Throwable exception;
    private final @Nullable Throwable source;

    UnretrievedFailure(
            Future<?> future,
            Throwable exception,
            @Nullable Throwable source,
            ReferenceQueue<? super Future<?>> queue) {
        super(future, queue);
        this.message = future.kind() + " exception was never retrieved";
        this.who = future instanceof Task<?> task ? task.getName() : "";
        this.exception = exception;
        this.source = source;
    }

    ExceptionContext report() {
        String name = who.isEmpty() ? "" : who + ": ";
        return new ExceptionContext(name + message, exception, null, null, source);
    }
}
