package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A group made of asyncio's, in one of the ways in which that goes wrong. */
record OpenGroupTwin(Defect defect) implements OpenGroup {

    /** What is wrong with the group. */
    enum Defect {
        /** Is left by a cancellation of the task around it, which is then taken back, whoever else has asked. */
        TAKES_OTHERS_FOR_ITSELF,
        /** Is left by a cancellation of the task around it, which is swallowed, and not taken back. */
        FORGETS_TO_UNCANCEL,
        /** The children are cancelled, and not waited for. */
        LEAVES_CHILDREN,
        /** Leaving it does nothing. */
        DOES_NOT_LEAVE,
        /** To supervise, it drops what children fail with. */
        DROPS_FAILURES,
        /** A failure cancels the siblings. */
        DOES_NOT_SUPERVISE
    }

    @Override
    public void run(VoidBlock<Members> block) throws Exception {
        Task<?> around = Objects.requireNonNull(currentTask());
        boolean[] left = {false};
        List<Task<?>> children = new ArrayList<>();
        VoidBlock<TaskGroup> body = group -> block.run(new Members() {
            @Override
            public void start(VoidCoroutine child) {
                VoidCoroutine started = defect == Defect.DROPS_FAILURES ? () -> runQuietly(child) : child;
                children.add(defect == Defect.LEAVES_CHILDREN ? createTask(started) : group.createTask(started));
            }

            @Override
            public void leave() {
                if (defect != Defect.DOES_NOT_LEAVE) {
                    left[0] = true;
                    around.cancel();
                }
            }
        });
        try {
            taskGroup(body);
        } catch (CancelledError error) {
            children.forEach(Task::cancel);
            if (!left[0]) {
                throw error;
            }
            int others = defect == Defect.FORGETS_TO_UNCANCEL ? 0 : around.uncancel();
            if (others > 0 && defect != Defect.TAKES_OTHERS_FOR_ITSELF) {
                throw error;
            }
        }
    }

    private static void runQuietly(VoidCoroutine child) {
        try {
            child.run();
        } catch (Exception dropped) {
            return;
        }
    }
}
