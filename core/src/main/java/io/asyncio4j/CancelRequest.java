package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * One call of {@code cancel}: its message and reason, the task that called it, and in debug mode where.
 *
 * @param message the argument of {@code cancel(msg)}, or null
 * @param reason the second argument of {@code cancel(msg, reason)}, or null
 * @param by the task that asked, null if it was no task
 * @param site made in the call of {@code cancel}, null outside debug mode
 * @param within the section of the task in which the scope was entered that asks, null for everybody else
 */
record CancelRequest(
        @Nullable String message,
        @Nullable Object reason,
        @Nullable Task<?> by,
        @Nullable Throwable site,
        @Nullable ShieldedSection within) {

    static CancelRequest of(EventLoop loop, @Nullable String message) {
        return of(loop, message, null, null);
    }

    static CancelRequest of(
            EventLoop loop, @Nullable String message, @Nullable Object reason, @Nullable ShieldedSection within) {
        Throwable site = loop.getDebug() ? Origin.of("cancel() was called here") : null;
        return new CancelRequest(message, reason, loop.scheduler.currentTaskHere(), site, within);
    }

    /** A request that no loop knows of. */
    static CancelRequest byNobody(@Nullable String message, @Nullable Object reason) {
        return new CancelRequest(message, reason, null, null, null);
    }

    /** The request as it goes through a shield, which passes no message on. */
    CancelRequest withoutMessage() {
        return new CancelRequest(null, reason, by, site, within);
    }

    /** The request of a scope that was entered in this section. */
    CancelRequest madeWithin(@Nullable ShieldedSection section) {
        return section == within ? this : new CancelRequest(message, reason, by, site, section);
    }

    CancelledError error(@Nullable String text, @Nullable Throwable cause) {
        return new CancelledError(text, cause != null ? cause : site, this);
    }
}
