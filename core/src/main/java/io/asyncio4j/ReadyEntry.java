package io.asyncio4j;

/** What stands in the loop's ready queue: a callback to call, or a task whose next step is due. */
sealed interface ReadyEntry permits Handle, Task, ReadyEntry.Leave {

    /** Not in the queue, but what there is to do next when the run is over: after a stop, or for an exception. */
    enum Leave implements ReadyEntry {
        LEAVE
    }
}
