package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.StepOrder;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualClock;
import java.util.List;
import java.util.Random;

/** Nested scopes in many orders of steps, and cancelled from outside in some of them: the count is right in the end. */
class AnyOrderTest {
    private static final int RUNS = Integer.getInteger("asyncio4j.behaviours.runs", 400);

    private record Ordered(Poller clock, StepOrder stepOrder) implements Poller {
        @Override
        public long time() {
            return clock.time();
        }

        @Override
        public void pollNow() {
            clock.pollNow();
        }

        @Override
        public void pollUntil(long deadline) {
            clock.pollUntil(deadline);
        }

        @Override
        public void pollForever() {
            clock.pollForever();
        }

        @Override
        public void wakeup() {
            clock.wakeup();
        }

        @Override
        public void close() {
            clock.close();
        }
    }

    private static EventLoop newEventLoop(Mode mode, Random random) {
        EventLoop loop =
                new EventLoop(new Ordered(VirtualClock.detectingDeadlock(), ready -> random.nextInt(ready.size())));
        if (mode == Mode.EAGER) {
            loop.setTaskFactory(Asyncio.eagerTaskFactory());
        }
        // what fails at random, while it is being cancelled
        loop.setExceptionHandler(
                (on, context) -> assertThat(context.exception()).hasMessage("at random"));
        return loop;
    }

    private static Task<?> startProgram(Random random) {
        return createTask(() -> {
            sleep(ZERO);
            new RandomProgram(random).run(3);
            sleep(ZERO);
        });
    }

    private static void waitFor(Task<?> program) {
        Asyncio.wait(List.of(program));
        // callbacks that were to leave a group that has ended by itself
        sleep(ofMillis(10));
        assertThat(allTasks()).containsExactly(currentTask());
    }

    @LazyAndEager
    void whoWasNotCancelledEndsNormally(Mode mode) throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String name = "seed " + seed;
            run(
                    () -> {
                        Task<?> program = startProgram(random);
                        waitFor(program);
                        program.result();
                        assertThat(program.cancelling()).as(name).isZero();
                    },
                    () -> newEventLoop(mode, random));
        }
    }

    @LazyAndEager
    void whoWasCancelledEndsSo(Mode mode) throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String name = "seed " + seed;
            run(
                    () -> {
                        Task<?> program = startProgram(random);
                        boolean[] asked = {false};
                        getRunningLoop().callLater(ofMillis(random.nextInt(6)), () -> asked[0] = program.cancel());
                        waitFor(program);
                        assertThat(program.cancelled()).as(name).isEqualTo(asked[0]);
                        assertThat(program.cancelling()).as(name).isEqualTo(asked[0] ? 1 : 0);
                    },
                    () -> newEventLoop(mode, random));
        }
    }
}
