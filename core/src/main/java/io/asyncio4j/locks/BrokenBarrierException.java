package io.asyncio4j.locks;

/**
 * Thrown by {@link Barrier#await} when the barrier is, or while waiting becomes, broken or reset. Follows asyncio's
 * {@code BrokenBarrierError}.
 */
public class BrokenBarrierException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with a message.
     *
     * @param message what happened to the barrier
     */
    public BrokenBarrierException(String message) {
        super(message);
    }
}
