package io.asyncio4j;

/** How a task answered a request to end, see {@link Task#cancelAndWait()}. */
public enum CancelOutcome {
    /** It has ended as cancelled. */
    CANCELLED,

    /** It has ended with a result or a failure, which can be asked of it as ever. */
    FINISHED,

    /** It has not ended in the time it was given. The request stands. */
    STILL_RUNNING
}
