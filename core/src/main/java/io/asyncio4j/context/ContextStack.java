package io.asyncio4j.context;

import org.jspecify.annotations.Nullable;

/**
 * The contexts one thread is in, innermost first. For those who write event loops; everybody else wants
 * {@link Context#run}.
 *
 * <p>{@link Context#run} nests: a context that is entered already is refused. A loop does not nest, it <em>switches</em>:
 * while a task is suspended, the loop may run a callback on the very thread, and in the very context, of that task.
 * {@link #switchTo}, {@link #begin} and {@link #end} are for this.
 */
public final class ContextStack {
    private static final ThreadLocal<ContextStack> OF_THREAD = ThreadLocal.withInitial(ContextStack::new);

    // Touched only by the thread it belongs to.
    private @Nullable Context current;
    private @Nullable Outer outer;
    private @Nullable Object owner;

    /** The contexts around the current one, entered by nested runs since the last switch. */
    private record Outer(Context context, @Nullable Outer next) {}

    private ContextStack() {}

    /**
     * The stack of the calling thread.
     *
     * @return the stack
     */
    public static ContextStack ofCurrentThread() {
        return OF_THREAD.get();
    }

    /**
     * The current context itself, not a copy.
     *
     * @return the context
     */
    public Context current() {
        Context context = current;
        if (context == null) {
            context = new Context();
            current = context;
        }
        return context;
    }

    /**
     * What the loop that this thread works for has left here, to find itself again.
     *
     * @return the loop, or null on a thread that works for none
     */
    public @Nullable Object owner() {
        return owner;
    }

    /**
     * Leaves something here to be found by {@link #owner}: one look-up of the thread is enough for both.
     *
     * @param owner the loop
     */
    public void setOwner(Object owner) {
        this.owner = owner;
    }

    /**
     * Runs the step in a context, whatever is entered on this thread, and comes back to what was current before.
     *
     * @param context the context of the task or callback
     * @param step what to run
     */
    public void switchTo(Context context, Runnable step) {
        Context before = current;
        Outer outerBefore = outer;
        current = context;
        outer = null;
        try {
            step.run();
        } finally {
            current = before;
            outer = outerBefore;
        }
    }

    /**
     * Makes a context the current one until further notice, and forgets what was entered: where a task begins its life on a
     * thread that is its alone.
     *
     * @param context the task's context
     */
    public void begin(Context context) {
        current = context;
        outer = null;
    }

    /** Makes an empty context the current one: where the task ends. */
    public void end() {
        current = null;
        outer = null;
    }

    void push(Context context) {
        boolean entered = context == current;
        for (Outer around = outer; around != null && !entered; around = around.next) {
            entered = context == around.context;
        }
        if (entered) {
            throw new IllegalStateException("cannot enter " + context + ": it is already entered; run a copy() of it");
        }
        outer = new Outer(current(), outer);
        current = context;
    }

    void pop() {
        Outer around = outer;
        if (around == null) {
            throw new AssertionError("pop() without push()");
        }
        current = around.context;
        outer = around.next;
    }
}
