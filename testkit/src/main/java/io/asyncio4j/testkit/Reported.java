package io.asyncio4j.testkit;

import io.asyncio4j.ExceptionContext;

/** What a loop's exception handler was told during a test, as something a test fails with. */
final class Reported {

    private Reported() {}

    static AssertionError of(ExceptionContext context) {
        StringBuilder text = new StringBuilder("the loop's exception handler was told: ").append(context.message());
        if (context.exception() != null) {
            text.append(": ").append(context.exception());
        }
        if (context.future() != null) {
            text.append("; in ").append(context.future());
        } else if (context.handle() != null) {
            text.append("; in ").append(context.handle());
        }
        AssertionError error = new AssertionError(text.toString(), context.exception());
        if (context.source() != null) {
            error.addSuppressed(context.source());
        }
        return error;
    }
}
