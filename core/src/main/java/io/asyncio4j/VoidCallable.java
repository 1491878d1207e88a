package io.asyncio4j;

/** A function for another thread that returns nothing: the void side of {@link java.util.concurrent.Callable}. */
@FunctionalInterface
public interface VoidCallable {

    /**
     * The function.
     *
     * @throws Exception whatever it fails with
     */
    void run() throws Exception;
}
