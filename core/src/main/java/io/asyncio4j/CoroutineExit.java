package io.asyncio4j;

/**
 * The loop of a suspended task has been closed: unwinds the task's stack, so that its {@code finally} blocks run and its
 * thread ends. Waiting is not possible any more and throws this again. Python's {@code GeneratorExit}.
 */
public final class CoroutineExit extends Error {
    private static final long serialVersionUID = 1L;

    private CoroutineExit(Task<?> task) {
        super("the loop of " + task.getName() + " is closed: nothing can be awaited any more", null, false, false);
    }

    /** Without its name in the type, see {@link Origin#of}. */
    static Error of(Task<?> task) {
        return new CoroutineExit(task);
    }
}
