package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextHolder;
import io.asyncio4j.context.ContextStack;
import org.jspecify.annotations.Nullable;

/**
 * A callback the loop will call, and the means to call it off. Returned by {@link EventLoop#callSoon} and its kin.
 *
 * <p>Not thread-safe: {@link #cancel} belongs on the loop's thread. Follows asyncio's «Callback Handles».
 */
public sealed class Handle implements ReadyEntry, ContextHolder permits ChildTasks.Child, DoneCallback, TimerHandle {
    // Fixed.
    final EventLoop loop;
    private final @Nullable Throwable source;

    // Loop thread only. Where none was given, a snapshot until somebody asks for the context.
    private @Nullable Context context;

    // Loop thread only. Null once cancelled, so that nothing the callback holds stays alive.
    private @Nullable Object callback;

    /** A null context is for the library's own callbacks, which read no context variables. */
    Handle(EventLoop loop, @Nullable Context context, Runnable callback) {
        this(loop, context, (Object) callback);
    }

    /** For callbacks of another shape, which {@link #call(Object)} knows. */
    Handle(EventLoop loop, @Nullable Context context, Object callback) {
        this.loop = loop;
        this.context = context;
        this.callback = callback;
        this.source = loop.getDebug() ? Origin.of("the callback was scheduled here") : null;
    }

    /** Calls the callback off. Does nothing if it has been called, or called off, already. */
    public void cancel() {
        loop.checkThread();
        callback = null;
    }

    /**
     * Whether the callback was called off.
     *
     * @return true after {@link #cancel}
     */
    public final boolean cancelled() {
        return callback == null;
    }

    /**
     * The context the callback runs in.
     *
     * @return the context
     */
    @Override
    public final Context getContext() {
        Context known = context;
        if (known == null) {
            return ContextStack.ofCurrentThread().current();
        }
        Context own = ContextStack.own(known);
        context = own;
        return own;
    }

    /** Whether a user's callback, and not the library's own, which need little stack. */
    final boolean isUsers() {
        return context != null;
    }

    final @Nullable Throwable source() {
        return source;
    }

    /** Calls the callback; what it throws reaches the loop's exception handler, except what ends the loop. */
    final void call() {
        Object body = callback;
        if (body == null) {
            return;
        }
        try {
            if (context == null) {
                call(body);
            } else {
                ContextStack.ofCurrentThread().switchTo(this, step(body));
            }
        } catch (Throwable exception) {
            if (Failure.leavesTheLoop(exception)) {
                throw exception;
            }
            report(exception, body);
        }
    }

    private void report(Throwable exception, Object body) {
        try {
            loop.callExceptionHandler(new ExceptionContext(
                    "Exception in callback " + Representation.of(body), exception, null, this, source));
        } catch (StackOverflowError tooDeepToReport) {
            // with a context it counts as a user's, and gets another stack if this one is still in use
            loop.callSoon(() -> report(exception, body), new Context());
        }
    }

    /** The loop is closed, and this will not be called. */
    final void abandon() {
        if (callback instanceof LeftBehind someoneElsewhere) {
            someoneElsewhere.loopClosed();
        }
    }

    void call(Object body) {
        ((Runnable) body).run();
    }

    /** What {@link #call(Object)} does; made for callbacks with a context alone. */
    Runnable step(Object body) {
        return (Runnable) body;
    }

    /** What will be called; null once called off. */
    final @Nullable Object callback() {
        return callback;
    }

    String details() {
        return "";
    }

    @Override
    public final String toString() {
        Object body = callback;
        return "<" + getClass().getSimpleName() + (body == null ? " cancelled" : "") + details()
                + (body == null ? "" : " " + Representation.of(body)) + Representation.ofSource(source) + ">";
    }
}
