package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.context.Context;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks: starting, awaiting, cancelling and asking them; and sleeping. */
final class TaskOperations {

    private TaskOperations() {}

    static void addTo(Vocabulary vocabulary) {
        addStartingTo(vocabulary);
        addCancellingTo(vocabulary);
        addOutcomesTo(vocabulary);
        addNamesTo(vocabulary);
    }

    private static void addStartingTo(Vocabulary vocabulary) {
        vocabulary.action("spawn", arguments -> {
            String variable = arguments.text(0);
            String coroutine = arguments.text(1);
            Options options = arguments.options(2);
            return frame -> frame.bind(variable, spawn(frame, variable, coroutine, options));
        });
        vocabulary.action("await", arguments -> {
            AwaitableExpression awaitable = arguments.awaitable(0);
            return frame -> frame.result(
                    "await",
                    awaitable.description(),
                    awaitable.checkedAndMade(frame).await());
        });
        vocabulary.action("let", arguments -> {
            String variable = arguments.text(0);
            AwaitableExpression awaitable = arguments.awaitable(1);
            return frame -> frame.bind(variable, awaitable.checkedAndMade(frame));
        });
        vocabulary.action("sleep", arguments -> {
            Duration delay = arguments.duration(0);
            if (arguments.count() == 1) {
                return frame -> Asyncio.sleep(delay);
            }
            Value value = arguments.value(1);
            return frame -> frame.result("sleep", Asyncio.<@Nullable Object>sleep(delay, value.in(frame)));
        });
    }

    private static Task<?> spawn(Frame frame, String variable, String coroutine, Options options) {
        String name = options.name(variable);
        Context context = options.context(frame);
        if (name != null) {
            frame.run().labels().given(name);
        }
        Coroutine<@Nullable Object> started = frame.newCoroutine(coroutine);
        return options.eager()
                ? Asyncio.createTask(started, name, context, true)
                : Asyncio.createTask(started, name, context);
    }

    private static void addCancellingTo(Vocabulary vocabulary) {
        vocabulary.action("cancel", arguments -> {
            String future = arguments.text(0);
            String message = arguments.message(1);
            return frame -> {
                Future<?> target = frame.future(future);
                frame.result("cancel", future, message == null ? target.cancel() : target.cancel(message));
            };
        });
        vocabulary.action("uncancel", arguments -> {
            String task = arguments.text(0);
            return frame -> frame.result("uncancel", task, frame.task(task).uncancel());
        });
        vocabulary.action("cancelling", arguments -> {
            String task = arguments.text(0);
            return frame -> frame.result("cancelling", task, frame.task(task).cancelling());
        });
    }

    private static void addOutcomesTo(Vocabulary vocabulary) {
        vocabulary.action("done", arguments -> {
            String future = arguments.text(0);
            return frame -> frame.result("done", future, frame.future(future).done());
        });
        vocabulary.action("cancelled", arguments -> {
            String future = arguments.text(0);
            return frame ->
                    frame.result("cancelled", future, frame.future(future).cancelled());
        });
        vocabulary.action("result", arguments -> {
            String future = arguments.text(0);
            return frame -> frame.result("result", future, frame.future(future).result());
        });
        vocabulary.action("exception", arguments -> {
            String future = arguments.text(0);
            return frame ->
                    frame.result("exception", future, frame.future(future).exception());
        });
        vocabulary.action("state", arguments -> {
            String variable = arguments.text(0);
            return frame -> {
                State state = State.of(frame.future(variable));
                state.log(frame, "state", variable);
            };
        });
    }

    private static void addNamesTo(Vocabulary vocabulary) {
        vocabulary.action("get_name", arguments -> {
            String task = arguments.text(0);
            return frame -> frame.log("get_name", task, frame.run().labels().of(frame.task(task)));
        });
        vocabulary.action("set_name", arguments -> {
            String variable = arguments.text(0);
            String name = String.valueOf(arguments.message(1));
            return frame -> {
                Task<?> task = frame.task(variable);
                frame.run().labels().given(name);
                task.setName(name);
            };
        });
        vocabulary.action("current_task", arguments -> frame -> {
            Task<?> task = Asyncio.currentTask();
            frame.log("current_task", task == null ? null : frame.run().labels().of(task));
        });
        vocabulary.action("all_tasks", arguments -> frame -> {
            List<String> labels = Asyncio.allTasks().stream()
                    .map(frame.run().labels()::of)
                    .sorted()
                    .toList();
            frame.log("all_tasks", labels);
        });
    }
}
