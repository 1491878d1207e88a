package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Loops side by side, each in a thread of its own and with a hundred tasks that let each other run. Measured: from before
 * the first thread to after the last; {@code times} are the switches of a loop, of all its tasks together.
 */
final class LoopsProgram implements Program {
    /** How many tasks each loop has. */
    private static final int TASKS = 100;

    private static final Executor A_THREAD_EACH = loop -> Thread.ofPlatform().start(loop);

    @Override
    public Sample round(int loops, int times) {
        long began = System.nanoTime();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < loops; i++) {
            running.add(CompletableFuture.runAsync(() -> runLoop(times), A_THREAD_EACH));
        }
        running.forEach(CompletableFuture::join);
        return Sample.Time.since(began);
    }

    private static void runLoop(int times) {
        VoidCoroutine taking = () -> {
            for (int i = 0; i < times / TASKS; i++) {
                sleep(Duration.ZERO);
            }
        };
        try {
            run(() -> taskGroup(group -> {
                for (int i = 0; i < TASKS; i++) {
                    group.createTask(taking);
                }
            }));
        } catch (Exception failure) {
            throw new IllegalStateException("a loop failed", failure);
        }
    }
}
