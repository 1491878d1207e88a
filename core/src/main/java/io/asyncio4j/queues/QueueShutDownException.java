package io.asyncio4j.queues;

/** Thrown by a queue that is shut down: by every put, and by every get once it is empty. Follows asyncio's {@code QueueShutDown}. */
public class QueueShutDownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with a message.
     *
     * @param message what was asked of which queue
     */
    public QueueShutDownException(String message) {
        super(message);
    }
}
