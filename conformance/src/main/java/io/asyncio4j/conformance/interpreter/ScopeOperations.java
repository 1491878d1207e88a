package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.Timeout;
import io.asyncio4j.context.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Task groups and timeouts: blocks that something happens to at their end. */
final class ScopeOperations {

    private ScopeOperations() {}

    static void addTo(Vocabulary vocabulary) {
        addGroupsTo(vocabulary);
        addTimeoutsTo(vocabulary);
        vocabulary.control("enter", arguments -> {
            String variable = arguments.text(0);
            Block body = arguments.block(1);
            return frame -> enter(frame, variable, body);
        });
    }

    private static void addGroupsTo(Vocabulary vocabulary) {
        vocabulary.control("taskgroup", arguments -> {
            String variable = arguments.text(0);
            Block body = arguments.block(1);
            return frame -> Asyncio.taskGroup(group -> {
                frame.bind(variable, group);
                return body.execute(frame);
            });
        });
        vocabulary.action("tg_obj", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.bind(variable, new TaskGroup());
        });
        vocabulary.action("tg_spawn", arguments -> {
            String groupVariable = arguments.text(0);
            String variable = arguments.text(1);
            String coroutine = arguments.text(2);
            Options options = arguments.options(3);
            return frame -> {
                TaskGroup group = frame.variable(groupVariable, TaskGroup.class);
                String name = options.name(variable);
                Context context = options.context(frame);
                if (name != null) {
                    frame.run().labels().given(name);
                }
                Coroutine<@Nullable Object> started = frame.newCoroutine(coroutine);
                frame.bind(variable, group.createTask(started, name, context));
            };
        });
    }

    private static void addTimeoutsTo(Vocabulary vocabulary) {
        vocabulary.control("timeout", arguments -> {
            Duration delay = arguments.optionalDuration(0);
            Block body = arguments.block(1);
            String variable = arguments.optionalText(2);
            return frame -> Asyncio.timeout(delay, timeout -> timeoutBody(frame, timeout, variable, body));
        });
        vocabulary.control("timeout_at", arguments -> {
            Long when = arguments.optionalInstant(0);
            Block body = arguments.block(1);
            String variable = arguments.optionalText(2);
            return frame -> Asyncio.timeoutAt(when, timeout -> timeoutBody(frame, timeout, variable, body));
        });
        vocabulary.action("timeout_obj", arguments -> {
            String variable = arguments.text(0);
            Duration delay = arguments.optionalDuration(1);
            return frame -> frame.bind(variable, Timeout.of(delay));
        });
        vocabulary.action("reschedule", arguments -> {
            String timeout = arguments.text(0);
            Long when = arguments.optionalInstant(1);
            return frame -> frame.variable(timeout, Timeout.class).reschedule(when);
        });
        vocabulary.action("expired", arguments -> {
            String timeout = arguments.text(0);
            return frame -> frame.result(
                    "expired", timeout, frame.variable(timeout, Timeout.class).expired());
        });
        vocabulary.action("when", arguments -> {
            String timeout = arguments.text(0);
            return frame -> frame.result(
                    "when",
                    timeout,
                    Seconds.ofNanoseconds(frame.variable(timeout, Timeout.class).when()));
        });
    }

    private static Signal timeoutBody(Frame frame, Timeout timeout, @Nullable String variable, Block body)
            throws Exception {
        if (variable != null) {
            frame.bind(variable, timeout);
        }
        return body.execute(frame);
    }

    private static Signal enter(Frame frame, String variable, Block body) throws Exception {
        return switch (frame.variable(variable)) {
            case TaskGroup group -> group.with(entered -> body.execute(frame));
            case Timeout timeout -> timeout.with(entered -> body.execute(frame));
            case null, default -> throw new UnusableProgramException(variable + " cannot be entered");
        };
    }
}
