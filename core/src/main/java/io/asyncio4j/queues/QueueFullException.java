package io.asyncio4j.queues;

/** Thrown by {@link Queue#putNowait} where a queue has no room to take an item at once. Follows asyncio's {@code QueueFull}. */
public class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with a message.
     *
     * @param message what was asked of which queue
     */
    public QueueFullException(String message) {
        super(message);
    }
}
