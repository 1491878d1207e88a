package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * The user pressed Ctrl-C. An {@link Error}: it passes through tasks and loop, as Python's does, and comes out of
 * {@code run}; task groups cancel their children and throw it on instead of a group.
 */
public class KeyboardInterrupt extends Error {
    private static final long serialVersionUID = 1L;

    /** Without message. */
    public KeyboardInterrupt() {
        this(null);
    }

    /**
     * With a message.
     *
     * @param message the message, or null
     */
    public KeyboardInterrupt(@Nullable String message) {
        super(message);
    }

    /** Without its name in the type, see {@link Origin#of}. */
    static Error of(@Nullable Throwable cause) {
        KeyboardInterrupt interrupt = new KeyboardInterrupt();
        if (cause != null) {
            interrupt.initCause(cause);
        }
        return interrupt;
    }
}
