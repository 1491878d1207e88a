package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.EventLoop;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/**
 * Tasks that let each other run, in turn, while a crowd of others sleeps on the same loop: all rounds are on one loop, and the
 * first puts the crowd to sleep. Measured: from the first of those in turn to the last.
 */
final class SwitchSleepersProgram implements Program {
    private static final VoidCoroutine SLEEPING = () -> sleep(Duration.ofDays(1));

    private final int sleepers;
    private final EventLoop loop = new EventLoop();
    private boolean asleep;

    SwitchSleepersProgram(int sleepers) {
        this.sleepers = sleepers;
    }

    @Override
    public Sample round(int tasks, int times) throws Exception {
        VoidCoroutine taking = () -> {
            for (int i = 0; i < times; i++) {
                sleep(Duration.ZERO);
            }
        };
        return loop.runUntilComplete(() -> {
            putCrowdToSleep();
            long began = System.nanoTime();
            taskGroup(group -> {
                for (int i = 0; i < tasks; i++) {
                    group.createTask(taking);
                }
            });
            return Sample.Time.since(began);
        });
    }

    private void putCrowdToSleep() {
        if (!asleep) {
            for (int i = 0; i < sleepers; i++) {
                createTask(SLEEPING);
            }
            sleep(Duration.ZERO);
            asleep = true;
        }
    }
}
