package io.asyncio4j.behaviours.search.groups;

import io.asyncio4j.Task;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;

/** What {@code taskGroup} is: runs a block whose tasks end before it does. */
@FunctionalInterface
interface Group {

    void run(VoidBlock<Children> block) throws Exception;

    /** Starts a task in the group. */
    @FunctionalInterface
    interface Children {
        Task<?> start(VoidCoroutine child);
    }
}
