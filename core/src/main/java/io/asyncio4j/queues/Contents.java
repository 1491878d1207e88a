package io.asyncio4j.queues;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a queue keeps its items; all that sets one kind of queue apart from another.
 *
 * @param items the items themselves, to count and to show; changed only by the two functions
 * @param add adds an item, or throws and leaves the items as they were
 * @param remove takes out the item whose turn it is; only called when there is one
 */
record Contents<T extends @Nullable Object>(Collection<T> items, Consumer<T> add, Supplier<T> remove) {}
