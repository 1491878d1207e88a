package io.asyncio4j;

/** When {@link Asyncio#wait} returns. Follows «Waiting Primitives» of asyncio's «Coroutines and Tasks». */
public enum ReturnWhen {
    /** When any future is done, cancelled ones included. */
    FIRST_COMPLETED,

    /** When any future has failed with an exception; if none does, when all are done. */
    FIRST_EXCEPTION,

    /** When all futures are done. */
    ALL_COMPLETED
}
