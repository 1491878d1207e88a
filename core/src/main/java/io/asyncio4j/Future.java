package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A result to come, which tasks of one loop can await. Made by {@link EventLoop#createFuture}.
 *
 * <p>Not thread-safe: it belongs to its loop's thread. From elsewhere go through {@link EventLoop#callSoonThreadsafe},
 * {@link Asyncio#runCoroutineThreadsafe} or {@link #toCompletableFuture}; in debug mode other calls from a foreign thread
 * fail. When it becomes done, its callbacks and the tasks that await it stand in the loop's ready queue at once, in the
 * order in which they came. A failure that nobody ever retrieves is reported to the loop's exception handler. Not meant
 * for subclasses outside the library. Follows asyncio's «Futures».
 *
 * @param <T> the result
 */
public sealed class Future<T extends @Nullable Object> implements Awaitable<T> permits TracedFuture {
    private static final Object PENDING = new Object();

    // Fixed.
    final EventLoop loop;

    // Loop thread only.
    //                 setResult
    //               ┌────────────────→ the value
    //               │ setException
    //   PENDING ────┼────────────────→ Failure      (its report goes when somebody looks)
    //               │ cancel
    //               └────────────────→ Cancellation
    private @Nullable Object outcome = PENDING;

    // Loop thread only. See DoneCallbacks.
    private @Nullable Object callbacks;

    Future(EventLoop loop) {
        this.loop = Objects.requireNonNull(loop, "the loop of a future");
    }

    /**
     * Waits until this future is done. If it is done already, does not suspend.
     *
     * <p><em>Cancellation:</em> when the calling task is cancelled while it waits, this future is cancelled too (a
     * {@link Task} is asked to), and the wait ends with {@link CancelledError}. A result that came in the same turn, before
     * the request, stays in this future.
     *
     * @return the result
     * @throws ChildCancelledError if this future was cancelled, and the calling task was not
     * @throws IllegalStateException if it is not done and the caller is no task of this future's loop, or is this task
     * @throws Exception the exception this future failed with, the very object
     */
    @Override
    public final T await() throws Exception {
        if (outcome == PENDING) {
            RunningLoop.taskThatAwaits(this).awaitFuture(this);
        }
        return result();
    }

    /**
     * Whether there is a result, an exception or a cancellation.
     *
     * @return true if done
     */
    public final boolean done() {
        return outcome != PENDING;
    }

    /**
     * Whether this future was cancelled.
     *
     * @return true if it was
     */
    public final boolean cancelled() {
        return outcome instanceof Cancellation;
    }

    /**
     * The result, without waiting.
     *
     * @return the result
     * @throws ChildCancelledError if this future was cancelled
     * @throws InvalidStateException if it is not done yet
     * @throws Exception the exception it failed with, the very object
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // what is neither PENDING, Failure nor Cancellation was given as a T
    public final T result() throws Exception {
        Object now = outcome;
        if (now instanceof Failure failure) {
            retrieve();
            if (failure.exception instanceof Exception exception) {
                throw exception;
            }
            throw (Error) failure.exception;
        }
        if (now instanceof Cancellation) {
            throw cancelledError();
        }
        if (now == PENDING) {
            throw InvalidStateException.of("Result is not ready: " + this + "; await it, or ask done() first");
        }
        return (T) now;
    }

    /**
     * The exception this future failed with, without waiting.
     *
     * @return the exception, or null if there is a result
     * @throws ChildCancelledError if this future was cancelled
     * @throws InvalidStateException if it is not done yet
     */
    public final @Nullable Throwable exception() {
        Object now = outcome;
        if (now instanceof Cancellation) {
            throw cancelledError();
        }
        if (now == PENDING) {
            throw InvalidStateException.of("Exception is not set: " + this + "; await it, or ask done() first");
        }
        retrieve();
        return failure();
    }

    /**
     * Cancels this future, see {@link #cancel(String)}, without a message.
     *
     * @return false if it is done already
     */
    public final boolean cancel() {
        return cancel((String) null);
    }

    /**
     * Cancels this future: those who await it get a {@link ChildCancelledError}. (A {@link Task} is only asked to end: see
     * there.)
     *
     * @param msg the message of the error, or null
     * @return false if it is done already
     */
    public final boolean cancel(@Nullable String msg) {
        return cancel(msg, null);
    }

    /**
     * Cancels this future, see {@link #cancel(String)}, for a reason that the error will know.
     *
     * @param msg the message of the error, or null
     * @param reason what {@link CancelledError#reason} returns, or null
     * @return false if it is done already
     */
    public final boolean cancel(@Nullable String msg, @Nullable Object reason) {
        loop.scheduler.stack.require();
        loop.checkThread();
        retrieve();
        return !done() && cancel(CancelRequest.of(loop, msg, reason, null));
    }

    boolean cancel(CancelRequest request) {
        if (outcome != PENDING) {
            return false;
        }
        complete(new Cancellation(request, null));
        return true;
    }

    /**
     * Gives this future its result.
     *
     * @param result the result
     * @throws InvalidStateException if it is done already
     * @throws IllegalStateException if it is a task, whose result is its coroutine's, or its loop is closed
     */
    public final void setResult(T result) {
        checkSettable("setResult");
        complete(result);
    }

    /**
     * Lets this future fail.
     *
     * @param exception what those who await it get, the very object
     * @throws InvalidStateException if it is done already
     * @throws IllegalStateException if it is a task, whose outcome is its coroutine's, or its loop is closed
     */
    public final void setException(Throwable exception) {
        Failure.check(exception);
        checkSettable("setException");
        fail(exception);
    }

    /**
     * Calls the function, soon, when this future is done, in a copy of the current context.
     *
     * @param callback given this future; what it throws reaches the loop's exception handler
     */
    public final void addDoneCallback(Consumer<? super Future<T>> callback) {
        addDoneCallback(callback, null);
    }

    /**
     * Calls the function, soon, when this future is done; if it is done already, in the next turn of the loop.
     *
     * @param callback given this future; what it throws reaches the loop's exception handler
     * @param context what it runs in, or null for a copy of the current context
     */
    public final void addDoneCallback(Consumer<? super Future<T>> callback, @Nullable Context context) {
        Objects.requireNonNull(callback, "the callback");
        loop.checkThread();
        addCallback(new DoneCallback<>(this, LoopCallbacks.contextOr(context), callback));
    }

    /** As addDoneCallback, for the library's own callbacks: they have no context. */
    final void onDone(Consumer<? super Future<T>> callback) {
        onDone(new DoneCallback<>(this, null, callback));
    }

    /** The handle is made ready when this is done. */
    final void onDone(Handle callback) {
        addCallback(callback);
    }

    private void addCallback(ReadyEntry entry) {
        if (outcome == PENDING) {
            callbacks = DoneCallbacks.add(callbacks, entry);
        } else {
            loop.scheduler.makeReady(entry);
        }
    }

    /** Makes the task's next step ready when this future is done. */
    final void addWaiter(Task<?> task) {
        addCallback(task);
    }

    /** Returns whether the task was still waiting for this. */
    final boolean removeWaiter(Task<?> task) {
        int before = DoneCallbacks.size(callbacks);
        callbacks = DoneCallbacks.removeWaiter(callbacks, task);
        return DoneCallbacks.size(callbacks) < before;
    }

    /**
     * Forgets a callback that has not been scheduled yet.
     *
     * @param callback what was added; all that are equal to it are removed
     * @return how many were removed
     */
    public final int removeDoneCallback(Consumer<? super Future<T>> callback) {
        loop.checkThread();
        int before = DoneCallbacks.size(callbacks);
        callbacks = DoneCallbacks.remove(callbacks, callback);
        return before - DoneCallbacks.size(callbacks);
    }

    /**
     * The loop this future belongs to.
     *
     * @return the loop
     */
    public final EventLoop getLoop() {
        return loop;
    }

    /**
     * A bridge to code without a loop: completes when this future does, on the loop's thread. Cancelling it cancels this
     * future; a cancellation of this future is its cancellation. Called on the loop's thread; what it returns may be
     * handed to any.
     *
     * @return a new completable future
     */
    public final CompletableFuture<T> toCompletableFuture() {
        return CompletableFutures.of(this);
    }

    final void complete(@Nullable Object result) {
        Object now = callbacks;
        // while the loop is being closed, cleanup may still cancel what it waited for; nobody is there to be told
        boolean tell = now != null && !loop.scheduler.unwinding.isUnderWay();
        if (tell) {
            loop.checkClosed();
        }
        settle(result);
        callbacks = null;
        if (tell) {
            DoneCallbacks.makeReady(now, loop.scheduler);
        }
    }

    /** The one place where the outcome is set. */
    void settle(@Nullable Object result) {
        outcome = result;
    }

    final void fail(Throwable exception) {
        complete(Failure.of(this, exception));
    }

    /** Ends a task as cancelled that let the error out, or that finished while a request was pending. */
    final void completeCancelled(@Nullable CancelRequest request, @Nullable CancelledError error) {
        complete(new Cancellation(request, error));
    }

    /** The loop is closed and this will never be done: nobody is called, but bridges to other threads must not hang. */
    final void abandon() {
        Object now = callbacks;
        callbacks = null;
        settle(new Cancellation(null, null));
        DoneCallbacks.abandon(now);
    }

    /** The exception, or null; does not count as retrieving it. */
    final @Nullable Throwable failure() {
        return outcome instanceof Failure failure ? failure.exception : null;
    }

    /** {@return whether this has ended with an exception; asking does not count as retrieving it} */
    public final boolean failed() {
        return outcome instanceof Failure;
    }

    /** The result of a done future, or the error that takes its place. */
    final @Nullable Object resultOrError() {
        if (outcome instanceof Cancellation) {
            return cancelledError();
        }
        return outcome instanceof Failure failure ? failure.exception : outcome;
    }

    /** If this ended cancelled: what a task gets whose own request that was. Else null. */
    final @Nullable CancelledError errorOfOwn(CancelRequest request) {
        if (outcome instanceof Cancellation cancellation) {
            return cancellation.errorOfOwn(request);
        }
        return failure() instanceof CancelledError error ? new Cancellation(null, error).errorOfOwn(request) : null;
    }

    final boolean hasCallback(Consumer<?> consumer) {
        return DoneCallbacks.contains(callbacks, consumer);
    }

    /** The error of a future that was cancelled: an error of a program's own class is passed on as it is. */
    final CancelledError cancelledError() {
        return ((Cancellation) Objects.requireNonNull(outcome)).errorOf(this);
    }

    /** Somebody has seen how this ended: if it has failed, there is nothing left to report. */
    final void retrieve() {
        if (outcome instanceof Failure failure && failure.report != null) {
            loop.unretrieved().remove(failure.report);
            failure.report = null;
        }
    }

    void checkSettable(String operation) {
        loop.scheduler.stack.require();
        loop.checkThread();
        if (outcome != PENDING) {
            throw InvalidStateException.of(operation + "(): the outcome of a future is set once, and this one has it: "
                    + this + "; ask done() first");
        }
    }

    @Nullable
    Throwable source() {
        return null;
    }

    /** Pending, cancelled or finished. */
    String state() {
        if (outcome == PENDING) {
            return "pending";
        }
        return outcome instanceof Cancellation ? "cancelled" : "finished";
    }

    /** What toString() shows between the state and the end; a result may contain this very future. */
    final String details() {
        return Representation.ofOutcome(this) + DoneCallbacks.toString(callbacks) + Representation.ofSource(source());
    }

    @Override
    public final String toString() {
        return Representation.once(this, () -> "<" + kind() + " " + description() + ">");
    }

    String kind() {
        return getClass().getSimpleName();
    }

    /** As toString() of a task shows what it waits for. */
    String summary() {
        return "<" + kind() + " " + state() + ">";
    }

    String description() {
        return state() + details();
    }
}
