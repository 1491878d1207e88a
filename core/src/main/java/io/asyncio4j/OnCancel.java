package io.asyncio4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of work on another thread when the task that waits for it is cancelled while the work is running. Work
 * that has not begun never begins; work that has ended is past cancelling. Immutable, any thread.
 *
 * <p>{@snippet :
 * toThread(() -> statement.executeQuery(sql), OnCancel.call(statement::cancel));
 * toThread(process::waitFor, OnCancel.call(() -> process.destroy()));
 * }
 */
public final class OnCancel {
    /** It is left to finish, as in asyncio; its result is dropped, its failure reported. */
    public static final OnCancel LEAVE_RUNNING = new OnCancel("LEAVE_RUNNING", null);

    /**
     * Its thread is interrupted: blocking calls that heed interrupts end, an interrupted socket closes. How it ends is
     * dropped.
     */
    public static final OnCancel INTERRUPT = new OnCancel("INTERRUPT", null);

    private final String name;
    private final @Nullable VoidCallable hook;

    private OnCancel(String name, @Nullable VoidCallable hook) {
        this.name = name;
        this.hook = hook;
    }

    /**
     * A hook is called that ends the work by the work's own means: {@code Statement::cancel}, {@code Process::destroy},
     * {@code close}. How the work ends then is dropped.
     *
     * <p>The hook is called once, on a virtual thread of its own, with an empty context; it may block. The loop does not
     * end before it has. It begins while the work is running, but the work may end at the same moment: the hook must bear
     * that. The task does not wait for either. What the hook throws reaches the loop's exception handler.
     *
     * @param hook what to call
     * @return that choice
     */
    public static OnCancel call(VoidCallable hook) {
        Objects.requireNonNull(hook, "the hook to call on cancellation");
        return new OnCancel("call", hook);
    }

    @Nullable
    VoidCallable hook() {
        return hook;
    }

    /** Whether the caller wants to hear of a failure after the cancellation: it is not what the cancellation led to. */
    boolean reportsFailure() {
        return this == LEAVE_RUNNING;
    }

    @Override
    public String toString() {
        return hook == null ? "OnCancel." + name : "OnCancel." + name + "(" + Representation.of(hook) + ")";
    }
}
