package io.asyncio4j.neighbours.rounds;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A program whose rounds each run on a virtual thread. With one carrier, all of it then runs on that one.
 *
 * @param program what runs there
 */
public record VirtualThreadProgram(Program program) implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.submit(() -> program.round(tasks, times)).get();
        }
    }
}
