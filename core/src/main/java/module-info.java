import org.jspecify.annotations.NullMarked;

/**
 * The tasks of Python's asyncio for Java: one event loop, one task at a time, each on a virtual thread of its own, and
 * every one of them cancellable.
 *
 * <p>Start at {@link io.asyncio4j.Asyncio}.
 */
@NullMarked
module io.asyncio4j {
    requires static transitive org.jspecify;
    requires jdk.unsupported;

    exports io.asyncio4j;
    exports io.asyncio4j.cancellation;
    exports io.asyncio4j.context;
    exports io.asyncio4j.locks;
    exports io.asyncio4j.executors;
    exports io.asyncio4j.lowlevel;
    exports io.asyncio4j.queues;
    exports io.asyncio4j.reactive;
}
