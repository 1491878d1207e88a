package io.asyncio4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a future, in the order in which it came, without an object of its own in the usual case of one: null, one
 * entry, or a {@link Several}. An entry is a {@link DoneCallback}, or a {@link Task} that awaits the future.
 */
final class DoneCallbacks {
    private DoneCallbacks() {}

    /** More than one, at least once. */
    private static final class Several extends ArrayList<ReadyEntry> {
        private static final long serialVersionUID = 1L;

        Several(ReadyEntry first, ReadyEntry second) {
            super(4);
            add(first);
            add(second);
        }
    }

    static Object add(@Nullable Object callbacks, ReadyEntry entry) {
        if (callbacks instanceof Several several) {
            several.add(entry);
            return several;
        }
        return callbacks == null ? entry : new Several((ReadyEntry) callbacks, entry);
    }

    static @Nullable Object remove(@Nullable Object callbacks, Consumer<?> consumer) {
        if (callbacks instanceof Several several) {
            several.removeIf(entry -> isFor(entry, consumer));
            return several;
        }
        return isFor(callbacks, consumer) ? null : callbacks;
    }

    static @Nullable Object removeWaiter(@Nullable Object callbacks, Task<?> task) {
        if (callbacks instanceof Several several) {
            several.remove(task);
            return several;
        }
        return callbacks == task ? null : callbacks;
    }

    static boolean contains(@Nullable Object callbacks, Consumer<?> consumer) {
        if (callbacks instanceof Several several) {
            return several.stream().anyMatch(entry -> isFor(entry, consumer));
        }
        return isFor(callbacks, consumer);
    }

    private static boolean isFor(@Nullable Object entry, Consumer<?> consumer) {
        return entry instanceof DoneCallback<?> callback && callback.isFor(consumer);
    }

    static int size(@Nullable Object callbacks) {
        return entries(callbacks).size();
    }

    static void makeReady(@Nullable Object callbacks, Scheduler scheduler) {
        if (callbacks instanceof ReadyEntry single) {
            scheduler.makeReady(single);
        } else if (callbacks instanceof Several several) {
            for (ReadyEntry entry : several) {
                scheduler.makeReady(entry);
            }
        }
    }

    /** The loop is closed: nobody is called, but what leads to other threads is told. */
    static void abandon(@Nullable Object callbacks) {
        for (ReadyEntry entry : entries(callbacks)) {
            if (entry instanceof Handle handle) {
                handle.abandon();
            }
        }
    }

    static String toString(@Nullable Object callbacks) {
        List<ReadyEntry> entries = entries(callbacks);
        return switch (entries.size()) {
            case 0 -> "";
            case 1 -> " cb=[" + name(entries.getFirst()) + "]";
            case 2 -> " cb=[" + name(entries.getFirst()) + ", " + name(entries.getLast()) + "]";
            default ->
                " cb=[" + name(entries.getFirst()) + ", <" + (entries.size() - 2) + " more>, " + name(entries.getLast())
                        + "]";
        };
    }

    private static String name(ReadyEntry entry) {
        return switch (entry) {
            case Task<?> task -> "wakeup of " + task.getName();
            case Handle handle -> Representation.of(handle.callback());
            default -> Representation.of(entry);
        };
    }

    private static List<ReadyEntry> entries(@Nullable Object callbacks) {
        if (callbacks instanceof Several several) {
            return several;
        }
        return callbacks == null ? List.of() : List.of((ReadyEntry) callbacks);
    }
}
