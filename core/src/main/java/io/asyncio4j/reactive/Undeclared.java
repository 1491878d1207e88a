package io.asyncio4j.reactive;

/** Throws what a publisher failed with where the signature of an iterator cannot name it: see adr/0012. */
final class Undeclared {
    private Undeclared() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // nothing is cast at run time: that is the point
    static <E extends Throwable> RuntimeException of(Throwable failure) throws E {
        throw (E) failure;
    }
}
