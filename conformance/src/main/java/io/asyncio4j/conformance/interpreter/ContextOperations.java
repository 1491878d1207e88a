package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.context.Context;
import java.util.Optional;

/** Context variables and contexts. */
final class ContextOperations {

    private ContextOperations() {}

    static void addTo(Vocabulary vocabulary) {
        vocabulary.action("ctx_set", arguments -> {
            String name = arguments.text(0);
            Value value = arguments.value(1);
            return frame -> frame.run().contextVariable(name).set(Optional.ofNullable(value.in(frame)));
        });
        vocabulary.action("ctx_get", arguments -> {
            String name = arguments.text(0);
            return frame -> frame.result(
                    "ctx_get", name, frame.run().contextVariable(name).get().orElse(null));
        });
        vocabulary.action("ctx_copy", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.bind(variable, Context.copyContext());
        });
        vocabulary.action("ctx_of", arguments -> {
            String variable = arguments.text(0);
            String task = arguments.text(1);
            return frame -> frame.bind(variable, frame.task(task).getContext());
        });
        vocabulary.action("ctx_peek", arguments -> {
            String variable = arguments.text(0);
            String name = arguments.text(1);
            return frame -> {
                Context context = frame.variable(variable, Context.class);
                Optional<Object> value = context.get(frame.run().contextVariable(name), Optional.empty());
                frame.result("ctx_peek", variable, name, value.orElse(null));
            };
        });
    }
}
