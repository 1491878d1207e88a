package io.asyncio4j;

/** Hears of what has no other way out of a loop, see {@link EventLoop#setExceptionHandler}. */
@FunctionalInterface
public interface ExceptionHandler {

    /**
     * Called on the loop's thread, or by whoever closes the loop. Must not wait. What it throws is reported by the default
     * handler; {@link KeyboardInterrupt} and {@link SystemExit} leave the loop.
     *
     * @param loop the loop
     * @param context what happened
     */
    void handle(EventLoop loop, ExceptionContext context);
}
