package io.asyncio4j.queues;

/** Thrown by {@link Queue#getNowait} where a queue has no item to give at once. Follows asyncio's {@code QueueEmpty}. */
public class QueueEmptyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with a message.
     *
     * @param message what was asked of which queue
     */
    public QueueEmptyException(String message) {
        super(message);
    }
}
