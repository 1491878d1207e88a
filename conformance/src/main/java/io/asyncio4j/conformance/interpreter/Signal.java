package io.asyncio4j.conformance.interpreter;

import org.jspecify.annotations.Nullable;

/** How a statement or block ended, if not by an exception. */
sealed interface Signal {

    /** The two signals that carry nothing. */
    enum Flow implements Signal {
        /** The next statement is to run. */
        NEXT,
        /** The innermost loop is to end. */
        BREAK
    }

    /**
     * The coroutine is to end.
     *
     * @param value what it returns
     */
    record Return(@Nullable Object value) implements Signal {}
}
