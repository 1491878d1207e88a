package io.asyncio4j.conformance.interpreter;

import org.jspecify.annotations.Nullable;

/** A text is not a program of the scenario language. */
public final class MalformedProgramException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with the text.
     *
     * @param message what is wrong
     */
    public MalformedProgramException(String message) {
        this(message, null);
    }

    /**
     * Says what is wrong with the text, and who noticed.
     *
     * @param message what is wrong
     * @param cause the exception that told
     */
    public MalformedProgramException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
