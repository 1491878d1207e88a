package io.asyncio4j;

/**
 * A future was asked for what it does not have yet, or given an outcome it has already. asyncio's
 * {@code InvalidStateError}.
 */
public class InvalidStateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with a message.
     *
     * @param message the future's state and what to do
     */
    public InvalidStateException(String message) {
        super(message);
    }

    /** Without its name in the type, see {@link Origin#of}. */
    static IllegalStateException of(String message) {
        return new InvalidStateException(message);
    }
}
