package io.asyncio4j;

/** Not an error: holds the stack of the place where something was made or asked for, in debug mode. */
final class Origin extends Throwable {
    private static final long serialVersionUID = 1L;

    Origin(String what) {
        super(what, null, false, true);
    }
}
