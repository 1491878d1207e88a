package io.asyncio4j;

/** What becomes of work on another thread when the task that waits for it is cancelled. */
public enum OnCancel {
    /** It is left to finish, as in asyncio; its result is dropped, its failure reported. */
    LEAVE_RUNNING,

    /** Its thread is interrupted: blocking calls that heed interrupts end, an interrupted socket closes. */
    INTERRUPT
}
