package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.context.Context;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a statement. */
record Options(Map<?, ?> members) {

    /** The name for a new task: that of its variable if the options do not say; null leaves it to the library. */
    @Nullable
    String name(String variable) {
        return members.containsKey("name") ? text("name") : variable;
    }

    boolean eager() {
        return Boolean.TRUE.equals(members.get("eager"));
    }

    /** The context to run in. Null if the options do not say, which the library takes for a copy of the current one. */
    @Nullable
    Context context(Frame frame) {
        String variable = text("ctx");
        return variable == null ? null : frame.variable(variable, Context.class);
    }

    @Nullable
    Duration timeout() {
        return Seconds.toDuration(members.get("timeout"));
    }

    @Nullable
    String when() {
        return text("when");
    }

    private @Nullable String text(String option) {
        Object value = members.get(option);
        return value == null ? null : String.valueOf(value);
    }
}
