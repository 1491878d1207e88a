package io.asyncio4j.context;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The contexts one thread is in, innermost first. For those who write event loops; everybody else wants
 * {@link Context#run}.
 *
 * <p>{@link Context#run} nests: a context that is entered already is refused. A loop does not nest, it <em>switches</em>:
 * while a task is suspended, the loop may run a callback on the very thread, and in the very context, of that task.
 * {@link #switchTo}, {@link #begin} and {@link #end} are for this.
 *
 * <p>A thread of a loop carries its stack as its uncaught exception handler, for which it has no other use: what a task
 * throws is the task's outcome. There it is found as fast as in a thread-local and takes no memory, where a thread-local
 * takes 136 bytes for each thread. Should a task set another handler on its thread, the loop is asked who runs.
 */
public final class ContextStack implements Thread.UncaughtExceptionHandler {
    private static final ThreadLocal<@Nullable ContextStack> OF_THREAD = new ThreadLocal<>();
    private static final List<Supplier<@Nullable ContextStack>> LOOPS = new CopyOnWriteArrayList<>();

    // Fixed.
    private final @Nullable Object owner;

    // Touched only by the thread it belongs to.
    // Which one is current: null for an empty one still to be made, a holder for its context that nobody has asked for.
    private @Nullable Object current;
    private @Nullable Outer outer;

    /** The contexts around the current one, entered by nested runs since the last switch. */
    private record Outer(Context context, @Nullable Outer next) {}

    /**
     * A stack for a thread of a loop.
     *
     * @param owner the loop
     */
    public ContextStack(@Nullable Object owner) {
        this.owner = owner;
    }

    /**
     * The stack of the calling thread.
     *
     * @return the stack
     */
    public static ContextStack ofCurrentThread() {
        return Thread.currentThread().getUncaughtExceptionHandler() instanceof ContextStack own ? own : find();
    }

    private static ContextStack find() {
        for (Supplier<@Nullable ContextStack> loop : LOOPS) {
            ContextStack running = loop.get();
            if (running != null) {
                Thread.currentThread().setUncaughtExceptionHandler(running);
                return running;
            }
        }
        ContextStack known = OF_THREAD.get();
        if (known == null) {
            known = new ContextStack(null);
            OF_THREAD.set(known);
        }
        return known;
    }

    /**
     * Makes the stacks of a loop's threads be found even where they are not attached.
     *
     * @param loop gives the stack of the calling thread, or null if it is none of the loop's; called from any thread
     */
    public static void register(Supplier<@Nullable ContextStack> loop) {
        LOOPS.add(loop);
    }

    /**
     * Takes {@link #register} back.
     *
     * @param loop what was registered
     */
    public static void unregister(Supplier<@Nullable ContextStack> loop) {
        LOOPS.remove(loop);
    }

    /** What leaves the thread; nothing should. Goes where it would have gone without this. */
    @Override
    public void uncaughtException(Thread thread, Throwable exception) {
        thread.getThreadGroup().uncaughtException(thread, exception);
    }

    /**
     * The current context itself, not a copy.
     *
     * @return the context
     */
    public Context current() {
        Object now = current;
        if (now instanceof Context context) {
            return context;
        }
        Context context = now == null ? new Context() : ((ContextHolder) now).getContext();
        current = context;
        return context;
    }

    /**
     * The values of the current context as they are now: one object for all who begin with them, and less than a copy for
     * each. It can be read and copied, not entered or changed; who turns out to need a context gets one from {@link #own}.
     *
     * @return the snapshot
     */
    public Context snapshot() {
        return current().snapshot();
    }

    /**
     * A context that may be entered and changed.
     *
     * @param context a context or a {@link #snapshot}
     * @return the context itself, or a copy of the snapshot
     */
    public static Context own(Context context) {
        return context.isSnapshot() ? context.copy() : context;
    }

    /**
     * The loop this thread works for.
     *
     * @return the loop, or null on a thread that works for none
     */
    public @Nullable Object owner() {
        return owner;
    }

    /**
     * Runs the step in a context, whatever is entered on this thread, and comes back to what was current before.
     *
     * @param context the context of the task or callback
     * @param step what to run
     */
    public void switchTo(Context context, Runnable step) {
        switchToEither(context, step);
    }

    /**
     * Runs the step in the holder's context, see {@link #switchTo(Context, Runnable)}.
     *
     * @param holder the task or callback; asked when its context is needed, not before
     * @param step what to run
     */
    public void switchTo(ContextHolder holder, Runnable step) {
        switchToEither(holder, step);
    }

    private void switchToEither(Object contextOrHolder, Runnable step) {
        Object before = current;
        Outer outerBefore = outer;
        current = contextOrHolder;
        outer = null;
        try {
            step.run();
        } finally {
            current = before;
            outer = outerBefore;
        }
    }

    /**
     * Makes the holder's context the current one until further notice, and forgets what was entered: where a task begins its
     * life on a thread that is its alone.
     *
     * @param holder the task; asked when its context is needed, not before
     */
    public void begin(ContextHolder holder) {
        current = holder;
        outer = null;
    }

    /** Makes an empty context the current one: where the task ends. */
    public void end() {
        current = null;
        outer = null;
    }

    void push(Context context) {
        context.checkNoSnapshot();
        Context innermost = current();
        boolean entered = context == innermost;
        for (Outer around = outer; around != null && !entered; around = around.next) {
            entered = context == around.context;
        }
        if (entered) {
            throw new IllegalStateException("cannot enter " + context + ": it is already entered; run a copy() of it");
        }
        outer = new Outer(innermost, outer);
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
