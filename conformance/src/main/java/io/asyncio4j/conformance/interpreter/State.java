package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a future as the items of a trace entry. */
record State(List<@Nullable Object> items) {

    static State of(Future<?> future) throws Exception {
        if (!future.done()) {
            return new State(List.of("pending"));
        }
        if (future.cancelled()) {
            return new State(List.of("cancelled"));
        }
        Throwable exception = future.exception();
        if (exception != null) {
            return new State(List.of("raised", ExceptionKind.text(exception)));
        }
        return new State(Arrays.asList("returned", future.result()));
    }

    /** Logs the state after the other items of the entry. */
    void log(Frame frame, String event, @Nullable Object... before) {
        List<@Nullable Object> entry = new ArrayList<>();
        Collections.addAll(entry, before);
        entry.addAll(items);
        frame.log(event, entry.toArray());
    }
}
