package io.asyncio4j.testkit;

import org.jspecify.annotations.Nullable;

/** The error of a test that asks for a cancellation where there is no await. */
final class NothingToCancel {

    private NothingToCancel() {}

    static IllegalStateException of(@Nullable String target) {
        return new IllegalStateException(
                target == null
                        ? "nothing to cancel: the main task never suspends"
                        : "nothing to cancel: no task named '" + target
                                + "' ever suspends before the main task has ended");
    }
}
