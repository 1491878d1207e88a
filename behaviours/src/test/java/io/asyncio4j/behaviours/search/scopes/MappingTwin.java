package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Block;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.locks.Semaphore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A limited mapping of tasks and a semaphore, but for its defect. */
record MappingTwin(Defect defect) implements Mapping {

    /** What is wrong with the mapping. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who finds a place free does not count itself, but counts itself out at its end. */
        LOOKS_BUT_DOES_NOT_TAKE,
        /** Collects the results as they come. */
        IN_ORDER_OF_COMPLETION,
        /** Two results at the same time of calls that began in another order: the last one to come is kept. */
        LOSES_A_RESULT,
        /** When it is cancelled, it cancels the calls and does not wait for their ends. */
        DOES_NOT_WAIT_FOR_CALLS,
        /** It does not notice a failure before the first result. */
        LOSES_AN_EARLY_FAILURE,
        /** The failure comes out when all calls have ended. */
        GOES_ON_AFTER_A_FAILURE
    }

    @Override
    public List<String> of(int limit, Iterable<Integer> items, Block<Integer, String> function) throws Exception {
        Semaphore places = new Semaphore(limit);
        List<String> completed = new ArrayList<>();
        List<Task<String>> tasks = new ArrayList<>();
        boolean[] failed = {false};
        for (Integer item : items) {
            tasks.add(createTask(() -> call(places, item, function, completed, failed)));
        }
        try {
            for (Task<String> task : tasks) {
                while (!task.done() && (!failed[0] || defect == Defect.GOES_ON_AFTER_A_FAILURE)) {
                    sleep(Duration.ofMillis(500));
                }
            }
        } catch (CancelledError error) {
            end(tasks);
            throw error;
        }
        if (failed[0]) {
            end(tasks);
            for (Task<String> task : tasks) {
                if (!task.cancelled() && task.exception() instanceof Exception failure) {
                    throw failure;
                }
            }
        }
        List<String> results = new ArrayList<>();
        for (Task<String> task : tasks) {
            if (task.exception() == null) {
                results.add(task.result());
            }
        }
        boolean asCompleted = defect == Defect.IN_ORDER_OF_COMPLETION || defect == Defect.LOSES_A_RESULT;
        return asCompleted ? completed : results;
    }

    private String call(
            Semaphore places, Integer item, Block<Integer, String> function, List<String> completed, boolean[] failed)
            throws Exception {
        if (defect != Defect.LOOKS_BUT_DOES_NOT_TAKE || places.locked()) {
            places.acquire();
        }
        try {
            if (failed[0] && defect != Defect.GOES_ON_AFTER_A_FAILURE) {
                throw new CancelledError();
            }
            String result = function.call(item);
            completed.add(result);
            if (defect == Defect.LOSES_A_RESULT
                    && completed.size() == 2
                    && !completed.getFirst().equals("0")) {
                completed.removeFirst();
            }
            return result;
        } catch (Exception failure) {
            failed[0] = defect != Defect.LOSES_AN_EARLY_FAILURE || !completed.isEmpty();
            throw failure;
        } finally {
            places.release();
        }
    }

    private void end(List<Task<String>> tasks) throws Exception {
        tasks.forEach(Task::cancel);
        if (defect != Defect.DOES_NOT_WAIT_FOR_CALLS) {
            shielded(Duration.ofMinutes(1), () -> {
                for (Task<String> task : tasks) {
                    task.cancelAndWait();
                }
            });
        }
    }
}
