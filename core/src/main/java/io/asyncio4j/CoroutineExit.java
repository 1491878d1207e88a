package io.asyncio4j;

/**
 * The loop of a suspended task has been closed: unwinds the task's stack, so that its {@code finally} blocks run and its
 * thread ends. Waiting is not possible any more and throws this again. Python's {@code GeneratorExit}.
 */
public final class CoroutineExit extends Error {
    private static final long serialVersionUID = 1L;

    CoroutineExit(String message) {
        super(message, null, false, false);
    }
}
