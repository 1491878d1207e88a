package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks whose first step runs at once.
 *
 * @param constructor makes the tasks
 */
record EagerTaskFactory(TaskFactory constructor) implements TaskFactory {
    static TaskFactory of(TaskFactory constructor) {
        return new EagerTaskFactory(Objects.requireNonNull(constructor, "the task constructor"));
    }

    @Override
    public <T extends @Nullable Object> Task<T> createTask(
            EventLoop loop,
            Coroutine<T> coroutine,
            @Nullable String name,
            @Nullable Context context,
            boolean eagerStart) {
        return constructor.createTask(loop, coroutine, name, context, true);
    }
}
