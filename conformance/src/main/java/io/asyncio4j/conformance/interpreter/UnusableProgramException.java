package io.asyncio4j.conformance.interpreter;

/**
 * A program did what no scenario does, {@code break} outside a loop, say. It is an Error of the interpreter: no handler
 * of the program catches it.
 */
public final class UnusableProgramException extends Error {

    private static final long serialVersionUID = 1L;

    UnusableProgramException(String message) {
        super(message);
    }
}
