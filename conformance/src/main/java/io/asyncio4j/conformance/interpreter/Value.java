package io.asyncio4j.conformance.interpreter;

import org.jspecify.annotations.Nullable;

/** A literal, "$x" for the value of a variable, or "$last" for the frame's last result. */
@FunctionalInterface
interface Value {

    @Nullable
    Object in(Frame frame);

    static Value read(@Nullable Object json) {
        if (json instanceof String text && text.startsWith("$")) {
            String variable = text.substring(1);
            return variable.equals("last") ? Frame::last : frame -> frame.variable(variable);
        }
        return frame -> json;
    }
}
