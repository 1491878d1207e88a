package io.asyncio4j.conformance.interpreter;

/** Throws any exception from where the compiler does not expect it, as a program may raise one anywhere. */
final class Undeclared {

    private Undeclared() {}

    /**
     * Throws the exception itself. Declared to return, so that a caller can say {@code throw} and the compiler knows
     * that nothing comes after.
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <X extends Throwable> RuntimeException raise(Throwable exception) throws X {
        throw (X) exception;
    }
}
