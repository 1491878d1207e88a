package io.asyncio4j.behaviours.search.tokens;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.cancellation.CancellationToken;

/** What {@code withToken} is: runs a body in the calling task, which is cancelled when the token is. */
@FunctionalInterface
interface BoundBlock {

    void run(CancellationToken token, VoidCoroutine body) throws Exception;
}
