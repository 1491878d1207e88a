package io.asyncio4j;

/** Not an error: holds the stack of the place where something was made or asked for, in debug mode. */
final class Origin extends Throwable {
    private static final long serialVersionUID = 1L;

    private Origin(String what) {
        super(what, null, false, true);
    }

    /** Not typed as what it is: so the JVM need not load this class to verify those who may never call this. */
    static Throwable of(String what) {
        return new Origin(what);
    }
}
