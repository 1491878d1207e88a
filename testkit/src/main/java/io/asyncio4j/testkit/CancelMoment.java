package io.asyncio4j.testkit;

/** When, at one await, a task is cancelled. */
enum CancelMoment {
    /** Right after it has suspended, while it waits. */
    WAITING,
    /** When its wake-up is due: what it waited for is done, and its next step is just about to begin. */
    DUE
}
