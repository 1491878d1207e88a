package io.asyncio4j.cancellation;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A callback that waits for a cancellation, and the means to take it back. Returned by {@link CancellationToken#register}.
 *
 * <p>{@snippet :
 * try (var registration = token.register(socket::close)) {
 *     socket.read(buffer);
 * } // from here on nobody closes the socket behind one's back
 * }
 *
 * <p>Any thread. Follows .NET's {@code CancellationTokenRegistration}.
 */
public final class CancellationRegistration implements AutoCloseable {
    /**
     * Hears of each registration that a program makes in a context where it is set, the links of
     * {@link CancellationTokenSource#linkedTo} among them, before it is entered and on the thread that makes it. What it
     * throws comes out of {@code register}, which then has done nothing. For test kits, which look for registrations
     * that were never closed.
     */
    public static final ContextVar<Consumer<CancellationRegistration>> WATCH =
            ContextVar.of("io.asyncio4j.cancellation.watch");

    /** What is done when the token is cancelled. */
    @FunctionalInterface
    interface Callback {
        /**
         * The token has been cancelled.
         *
         * @param how the cancellation
         * @param failures gets failures of other callbacks that this one leads to
         */
        void cancelled(Signal.Cancelled how, List<Throwable> failures);
    }

    /**
     * <pre>
     *           cancel                end of the callback
     *   OPEN ───────────→ RUNNING ─────────────────────────→ ENDED
     *     │ close, of this or of the source                    ↑
     *     └────────────────────────────────────────────────────┘
     * </pre>
     */
    private enum State {
        OPEN,
        RUNNING,
        ENDED
    }

    // Fixed.
    private final CancellationToken token;
    private final String description;

    // Written under the signal's lock. The callback goes with the end, so that nothing it holds stays alive.
    private volatile State state = State.OPEN;
    private volatile @Nullable Callback callback;
    private @Nullable Thread runner;

    // Under the signal's lock, the line of the token's registrations.
    @Nullable
    CancellationRegistration newer;

    @Nullable
    CancellationRegistration older;

    private CancellationRegistration(CancellationToken token, Callback callback, String description) {
        this.token = token;
        this.callback = callback;
        this.description = description;
    }

    /** A registration that the program has asked for: it is watched, and runs in a copy of the program's context. */
    static CancellationRegistration ofTheProgram(CancellationToken token, Runnable callback) {
        Context context = Context.copyContext();
        CancellationRegistration made =
                new CancellationRegistration(token, (how, failures) -> context.run(callback), nameOf(callback));
        made.watch();
        made.enter();
        return made;
    }

    /** A link of a source to a token: the program is to close the source. */
    static CancellationRegistration ofALink(
            CancellationToken token, CancellationTokenSource source, Callback callback) {
        CancellationRegistration made = new CancellationRegistration(token, callback, "link of " + source);
        made.watch();
        made.enter();
        return made;
    }

    /** A registration that the library makes, and closes. */
    static CancellationRegistration ofTheLibrary(CancellationToken token, Runnable callback) {
        CancellationRegistration made =
                new CancellationRegistration(token, (how, failures) -> callback.run(), "the library's");
        made.enter();
        return made;
    }

    /** Of its class only: the callback itself is not kept for this. */
    private static String nameOf(Runnable callback) {
        String name = callback.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda > 0 ? "lambda in " + name.substring(0, lambda) : name;
    }

    private void watch() {
        Consumer<CancellationRegistration> watch = WATCH.get(null);
        if (watch != null) {
            watch.accept(this);
        }
    }

    private void enter() {
        Signal signal = token.signal();
        if (signal == null) {
            end();
        } else {
            signal.register(this);
        }
    }

    /**
     * The token whose cancellation this waits for.
     *
     * @return the token
     */
    public CancellationToken token() {
        return token;
    }

    /**
     * Whether the callback may still be called.
     *
     * @return false once it has been called, or this, or the source, was closed
     */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /**
     * Takes the callback back. When this returns, the callback is not running and will not be called: if another thread is
     * in it, this waits for its end. Called from within the callback itself, it returns at once. Does nothing the second
     * time.
     *
     * <p>The wait blocks the thread, the whole loop if it is a loop's, and no interrupt and no cancellation ends it. So do
     * not hold anything here that the callback needs, a lock for instance, and let no callback wait for the loop: both
     * would wait for each other without end. .NET's registrations have the same danger.
     */
    @Override
    public void close() {
        Signal signal = token.signal();
        if (signal != null) {
            signal.removeAndWait(this);
        }
    }

    /** As close, but does not wait for a callback that is running. */
    void abandon() {
        Signal signal = token.signal();
        if (signal != null) {
            signal.remove(this);
        }
    }

    // ---- by the signal, under its lock

    void begin(Thread thread) {
        state = State.RUNNING;
        runner = thread;
    }

    void end() {
        state = State.ENDED;
        runner = null;
        callback = null;
    }

    boolean runsElsewhere() {
        return state == State.RUNNING && runner != Thread.currentThread();
    }

    // ---- by the signal, without its lock

    void call(Signal.Cancelled how, List<Throwable> failures) {
        Objects.requireNonNull(callback, "the callback of a registration that is open")
                .cancelled(how, failures);
    }

    @Override
    public String toString() {
        String now = state.name().toLowerCase(Locale.ROOT);
        return "<CancellationRegistration [" + now + "] " + description + ">";
    }
}
