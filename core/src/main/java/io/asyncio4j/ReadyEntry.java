package io.asyncio4j;

/** What stands in the loop's ready queue: a callback to call, or a task whose next step is due. */
sealed interface ReadyEntry permits Handle, Task, ReadyEntry.Instead {

    /** Not in the queue, but what there is to do instead of an entry. */
    enum Instead implements ReadyEntry {
        /** Nothing is ready: wait in the poller. */
        WAIT,

        /** The run is over, after a stop or for an exception. */
        LEAVE
    }
}
