package io.asyncio4j.cancellation;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.ThrowableGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request to stop that its {@link #token} hears.
 *
 * <p>{@snippet :
 * try (var source = new CancellationTokenSource()) {
 *     stopButton.onClick(() -> source.cancel("the user has left"));
 *     run(() -> download(urls), source.token());
 * }
 * }
 *
 * <p>Any thread, {@link #close} included. Follows .NET's {@code CancellationTokenSource}.
 */
public final class CancellationTokenSource implements AutoCloseable {
    // Fixed. What the state is, and who moves it, is in the signal.
    private final Signal signal = new Signal();
    private final CancellationToken token = new CancellationToken(signal);

    // Any thread. The deadline that counts, and the links to what this is linked to.
    private final AtomicReference<@Nullable Alarm> alarm = new AtomicReference<>();
    private final AtomicReference<List<CancellationRegistration>> links = new AtomicReference<>(List.of());

    /** A source that nobody has cancelled. */
    public CancellationTokenSource() {}

    /**
     * A source that is cancelled with any of the tokens, for their reason, besides being cancelled by itself; if one of
     * them is cancelled already, this one is from the beginning. Close it when it has served: until then the tokens' sources
     * keep it.
     *
     * <p>It is told as by a callback registered now. So callbacks of the tokens that were registered later run before it
     * is cancelled, and those registered earlier after all of its own.
     *
     * @param tokens at least one
     * @return a new source
     * @throws IllegalArgumentException if there are none
     */
    public static CancellationTokenSource linkedTo(CancellationToken... tokens) {
        List<CancellationToken> ancestors = new ArrayList<>();
        for (CancellationToken ancestor : tokens) {
            ancestors.add(Objects.requireNonNull(ancestor, "null was given among the tokens to link to"));
        }
        if (ancestors.isEmpty()) {
            throw new IllegalArgumentException(
                    "linkedTo() needs at least one token: a source of its own is new CancellationTokenSource()");
        }
        CancellationTokenSource source = new CancellationTokenSource();
        source.link(ancestors);
        return source;
    }

    private void link(List<CancellationToken> ancestors) {
        List<CancellationRegistration> made = new ArrayList<>(ancestors.size());
        for (CancellationToken ancestor : ancestors) {
            if (!isCancellationRequested() && ancestor.canBeCancelled()) {
                made.add(CancellationRegistration.ofALink(ancestor, this, this::cancelBy));
            }
        }
        links.set(made);
        if (isCancellationRequested()) {
            free();
        }
    }

    /**
     * The token that hears of this source's cancellation.
     *
     * @return the token, always the same, also after {@link #close}
     */
    public CancellationToken token() {
        return token;
    }

    /**
     * Cancels without a reason, see {@link #cancel(String)}.
     *
     * @return false if it was cancelled before
     * @throws IllegalStateException if this was closed in time
     */
    public boolean cancel() {
        return cancel(null);
    }

    /**
     * Requests the cancellation, and calls the callbacks that were registered, on this thread, newest first. One that throws
     * does not keep the others from being called. Where several threads cancel at once, one of them does it and the others
     * return at once, while callbacks may still be running.
     *
     * <p>What callbacks threw, those of linked sources included, comes out in one group when all have been called: a
     * {@link BaseExceptionGroup} if an {@link Error} is among it, else an {@link ExceptionGroup}, which is checked and yet
     * not declared. A cancellation is often requested where no checked exception may be thrown, and a callback should not
     * throw at all; who wants to know catches {@code Exception}.
     *
     * @param reason what {@link CancellationToken#reason} returns, and the message of the errors; or null
     * @return false if it was cancelled before
     * @throws IllegalStateException if this was closed in time
     * @throws BaseExceptionGroup what callbacks threw, if an {@link Error} is among it
     */
    public boolean cancel(@Nullable String reason) {
        checkOpen("cancelled");
        return request(reason);
    }

    /** As cancel, and does nothing where this has been closed meanwhile. */
    private boolean request(@Nullable String reason) {
        List<Throwable> failures = new ArrayList<>();
        boolean first = signal.cancel(new Signal.Cancelled(reason, token), failures);
        if (first) {
            free();
        }
        if (!failures.isEmpty()) {
            sneak(ThrowableGroup.of("callbacks of a cancellation token failed", failures));
        }
        return first;
    }

    private void cancelBy(Signal.Cancelled ancestors, List<Throwable> failures) {
        if (signal.cancel(ancestors, failures)) {
            free();
        }
    }

    /** Throws also the kind of group that is checked: see adr/0010. */
    @SuppressWarnings("unchecked") // the compiler infers an unchecked exception
    private static <X extends Throwable> void sneak(Throwable group) throws X {
        throw (X) group;
    }

    /**
     * Cancels after a time, unless this is cancelled or closed before. A later call moves the deadline, {@code null} takes
     * it away. Has no effect on a source that is cancelled.
     *
     * <p>Called by a task or callback of a loop, the time is that loop's, and it is the loop that cancels: not before it
     * runs, and not after it is closed. What callbacks throw then reaches the loop's exception handler. Called elsewhere, a
     * function in {@code toThread} for instance, it is real time, and a virtual thread cancels; what callbacks throw reaches
     * that thread's uncaught exception handler.
     *
     * @param delay how long; zero or less cancels now, as {@link #cancel()} does; null for never
     * @throws IllegalStateException if this was closed in time
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    public void cancelAfter(@Nullable Duration delay) {
        checkOpen("given a deadline");
        String reason = "the time of cancelAfter(" + delay + ") is over";
        if (delay != null && !delay.isPositive()) {
            request(reason);
            return;
        }
        Alarm next = delay == null || isCancellationRequested()
                ? null
                : Alarm.in(delay, fired -> {
                    if (alarm.compareAndSet(fired, null)) {
                        request(reason);
                    }
                });
        replaceAlarm(next);
        if (next != null) {
            next.start();
            if (isCancellationRequested() || signal.isClosed()) {
                // by another thread, which may have looked for alarms before this one was set
                replaceAlarm(null);
            }
        }
    }

    private void replaceAlarm(@Nullable Alarm next) {
        Alarm before = alarm.getAndSet(next);
        if (before != null) {
            before.callOff();
        }
    }

    /**
     * Whether the cancellation was requested, of this or of a token it is linked to.
     *
     * @return true if it was
     */
    public boolean isCancellationRequested() {
        return token.isCancellationRequested();
    }

    private void checkOpen(String what) {
        if (signal.isClosed()) {
            throw new IllegalStateException("the CancellationTokenSource is closed, and nobody would hear if it was "
                    + what + ": close it when all that use its token have ended");
        }
    }

    /**
     * Frees what this holds: its deadline, its links to other tokens, and all registrations with its token, which are never
     * called then. That is no cancellation: a token that was not cancelled never will be, {@link #cancel} and
     * {@link #cancelAfter} fail, and registering with the token has no effect. If it was cancelled before, it stays so.
     *
     * <p>Does not wait for callbacks that are running; {@link CancellationRegistration#close} does. Does nothing the second
     * time.
     */
    @Override
    public void close() {
        signal.close();
        free();
    }

    private void free() {
        replaceAlarm(null);
        for (CancellationRegistration link : links.getAndSet(List.of())) {
            link.abandon();
        }
    }

    @Override
    public String toString() {
        return token.toString().replace("<CancellationToken", "<CancellationTokenSource");
    }
}
