package io.asyncio4j;

/** A callback that somebody outside the loop waits for: told when the loop is closed before it could be called. */
interface LeftBehind {

    /** The callback will not be called. */
    void loopClosed();
}
