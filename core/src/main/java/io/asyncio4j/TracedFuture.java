package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * A future that can tell where it was made: every one in debug mode. Outside of it only those that are large anyway; the
 * others are made at each wait, and do without the field.
 *
 * @param <T> the result
 */
sealed class TracedFuture<T extends @Nullable Object> extends Future<T> permits TaskIdentity, GatheringFuture {
    // Fixed.
    private final @Nullable Throwable source;

    TracedFuture(EventLoop loop) {
        super(loop);
        this.source = loop.getDebug() ? Origin.of("made here") : null;
    }

    @Override
    final @Nullable Throwable source() {
        return source;
    }

    /** Users know of futures only. */
    @Override
    final String kind() {
        return getClass() == TracedFuture.class ? Future.class.getSimpleName() : super.kind();
    }
}
