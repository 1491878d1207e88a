package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * A task wants the program to end. An {@link Error}: it passes through tasks and loop, as Python's does, and comes out of
 * {@code run}; whoever called that decides what to do with it.
 */
public class SystemExit extends Error {
    private static final long serialVersionUID = 1L;

    /** Without message. */
    public SystemExit() {
        this(null);
    }

    /**
     * With a message.
     *
     * @param message the message, or null
     */
    public SystemExit(@Nullable String message) {
        super(message);
    }
}
