package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** A group of tasks that do nothing, created and joined. An operation is one task, with its share of the group. */
public class Group extends LoopOperation {
    private static final int TASKS = 10_000;

    private static final VoidCoroutine NOTHING = () -> {};

    /** How many a group has; a divisor of {@value TASKS}. */
    @Param({"1", "100", "10000"})
    public int tasks;

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void createAndJoin() throws Exception {
        VoidBlock<TaskGroup> body = group -> {
            for (int i = 0; i < tasks; i++) {
                group.createTask(NOTHING);
            }
        };
        loop.runUntilComplete(() -> {
            for (int i = 0; i < TASKS / tasks; i++) {
                taskGroup(body);
            }
        });
    }
}
