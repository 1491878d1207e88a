package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shielded;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A race of tasks and a future, but for its defect. */
record RaceTwin(boolean anyEndCounts, Defect defect) implements Racing {

    /** What is wrong with the race. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** When it is over, the result is that of the first in the list that has one. */
        LOOKS_IN_ORDER_OF_THE_LIST,
        /** The first end ends the race, although a failure should not. */
        FAILURE_ENDS_IT,
        /** The losers are cancelled, and not waited for. */
        DOES_NOT_WAIT_FOR_LOSERS,
        /** The losers are waited for, and not cancelled. */
        LETS_LOSERS_RUN,
        /** A result of the same instant is worth more than a cancellation. */
        SWALLOWS_THE_CANCELLATION,
        /** The failures come out as they came. */
        IN_ORDER_OF_FAILURE
    }

    @Override
    public String of(List<Coroutine<String>> coroutines) throws Exception {
        Future<Task<String>> decided = getRunningLoop().createFuture();
        List<Task<String>> tasks = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Coroutine<String> coroutine : coroutines) {
            tasks.add(createTask(coroutine));
        }
        int[] pending = {tasks.size()};
        for (Task<String> task : tasks) {
            task.addDoneCallback(_ -> ended(task, decided, failures, --pending[0]));
        }
        try {
            Task<String> first = decided.await();
            end(tasks);
            return result(first, tasks, failures);
        } catch (CancelledError error) {
            end(tasks);
            if (defect == Defect.SWALLOWS_THE_CANCELLATION && decided.done() && !decided.cancelled()) {
                return result(decided.result(), tasks, failures);
            }
            throw error;
        }
    }

    private void ended(Task<String> task, Future<Task<String>> decided, List<Throwable> failures, int pending) {
        Throwable failure = task.cancelled() ? null : task.exception();
        if (failure != null) {
            failures.add(failure);
        }
        boolean counts = failure == null || anyEndCounts || defect == Defect.FAILURE_ENDS_IT;
        if (!decided.done() && (counts || pending == 0)) {
            decided.setResult(task);
        }
    }

    private void end(List<Task<String>> tasks) throws Exception {
        if (defect != Defect.LETS_LOSERS_RUN) {
            tasks.forEach(Task::cancel);
        }
        if (defect == Defect.DOES_NOT_WAIT_FOR_LOSERS) {
            return;
        }
        shielded(Duration.ofMinutes(1), () -> {
            for (Task<String> task : tasks) {
                if (defect == Defect.LETS_LOSERS_RUN) {
                    var _ = Asyncio.wait(List.of(task));
                } else {
                    task.cancelAndWait();
                }
            }
        });
    }

    private String result(Task<String> first, List<Task<String>> tasks, List<Throwable> failures) throws Exception {
        if (anyEndCounts) {
            return first.result();
        }
        if (defect == Defect.LOOKS_IN_ORDER_OF_THE_LIST) {
            for (Task<String> task : tasks) {
                if (task.done() && !task.cancelled() && task.exception() == null) {
                    return task.result();
                }
            }
        }
        if (first.exception() == null) {
            return first.result();
        }
        List<Throwable> inOrder = defect == Defect.IN_ORDER_OF_FAILURE
                ? failures
                : tasks.stream()
                        .filter(task -> !task.cancelled())
                        .map(task -> Objects.requireNonNull(task.exception()))
                        .toList();
        throw new ExceptionGroup(
                "all have failed", inOrder.stream().map(Exception.class::cast).toList());
    }
}
