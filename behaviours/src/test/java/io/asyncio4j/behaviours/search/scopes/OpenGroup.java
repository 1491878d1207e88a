package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;

/** What a group is that can be left, or supervises. */
@FunctionalInterface
interface OpenGroup {

    void run(VoidBlock<Members> block) throws Exception;

    /** The group in its block. */
    interface Members {
        void start(VoidCoroutine child);

        void leave();
    }
}
