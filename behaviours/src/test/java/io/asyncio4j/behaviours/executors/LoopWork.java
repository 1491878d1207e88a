package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.wrapFuture;

import io.asyncio4j.executors.LoopExecutor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Work for the running loop, given to it as to an executor. */
final class LoopWork {

    private LoopWork() {}

    static LoopExecutor executor() {
        return new LoopExecutor(getRunningLoop());
    }

    /** Awaits on the loop, where {@code get} is refused. */
    @SuppressWarnings("unchecked")
    static <T> T await(Future<T> future) throws Exception {
        return wrapFuture((CompletionStage<T>) future).await();
    }
}
