package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import java.util.List;

/** A {@code whenAll} of tasks that do not fail, but for its defect. */
record JointWaitTwin(Defect defect) implements JointWaiter {

    /** What is wrong with the wait. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** When it is cancelled, it cancels the tasks as well. */
        CANCELS_THE_TASKS,
        /** Looks at the token when it begins and when it ends. */
        IS_DEAF,
        /** When it ends, it asks the token, not what has ended it. */
        ASKS_THE_TOKEN_LAST
    }

    @Override
    public List<String> of(CancellationToken token, List<Task<String>> tasks) throws Exception {
        token.throwIfCancellationRequested();
        Future<String> over = getRunningLoop().createFuture();
        int[] left = {tasks.size()};
        for (Task<String> task : tasks) {
            task.addDoneCallback(_ -> {
                left[0]--;
                if (left[0] == 0) {
                    end(over, "tasks");
                }
            });
        }
        try (var _ = token.register(() -> {
            if (defect != Defect.IS_DEAF) {
                end(over, "token");
            }
        })) {
            String by = over.await();
            if (by.equals("token") || defect == Defect.ASKS_THE_TOKEN_LAST) {
                token.throwIfCancellationRequested();
            }
        } catch (CancelledError error) {
            if (defect == Defect.CANCELS_THE_TASKS) {
                tasks.forEach(Task::cancel);
            }
            throw error;
        }
        return tasks.stream().map(_ -> "done").toList();
    }

    private static void end(Future<String> over, String by) {
        if (!over.done()) {
            over.setResult(by);
        }
    }
}
