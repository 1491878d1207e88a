package io.asyncio4j;

import java.util.Objects;

/**
 * What a task runs: a {@link Coroutine}, or a {@link VoidCoroutine} that stays what it is as long as nobody asks for the
 * task's coroutine. So a task whose body returns nothing needs no object in between, and no frame on its stack. (The two
 * have no type in common, so that Java can tell lambdas apart.)
 */
final class TaskBody {
    private TaskBody() {}

    static Object of(Coroutine<?> coroutine) {
        return Objects.requireNonNull(coroutine, "a coroutine is required, not null");
    }

    static Object of(VoidCoroutine coroutine) {
        Objects.requireNonNull(coroutine, "a coroutine is required, not null");
        return coroutine instanceof Coroutine<?> ? coroutine.asCoroutine() : coroutine;
    }

    /** The body as a coroutine, which the caller is to keep: each call may make a new one. */
    static Coroutine<?> coroutine(Object body) {
        return body instanceof Coroutine<?> coroutine ? coroutine : ((VoidCoroutine) body).asCoroutine();
    }
}
