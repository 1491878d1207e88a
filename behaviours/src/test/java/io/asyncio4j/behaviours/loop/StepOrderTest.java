package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.eagerTaskFactory;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.PollerFactory;
import io.asyncio4j.lowlevel.StepOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A poller may bring somebody who decides which of the ready steps is next. */
class StepOrderTest {
    private final List<String> trace = new ArrayList<>();

    /** A poller on the machine's clock with another order of steps. */
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

    private static void runIn(StepOrder order, VoidCoroutine main) throws Exception {
        run(main, () -> new EventLoop(new Ordered(PollerFactory.create(), order)));
    }

    private void createTwoTasksAndYield() {
        createTask(() -> trace.add("first"));
        createTask(() -> trace.add("second"));
        sleep(Duration.ZERO);
        trace.add("main");
    }

    @Test
    void firstCandidateIsTheChoiceOfAsyncio() throws Exception {
        runIn(ready -> 0, this::createTwoTasksAndYield);
        assertThat(trace).containsExactly("first", "second", "main");
    }

    @Test
    void lastThatIsReadyMayRunFirst() throws Exception {
        runIn(ready -> ready.size() - 1, this::createTwoTasksAndYield);
        assertThat(trace).startsWith("main");
    }

    @Test
    void callbacksKeepTheirOrder() throws Exception {
        runIn(ready -> ready.size() - 1, () -> {
            getRunningLoop().callSoon(() -> trace.add("first"));
            getRunningLoop().callSoon(() -> trace.add("second"));
            Task<?> last = createTask(() -> trace.add("task"));
            last.await();
            sleep(Duration.ofMillis(1));
        });
        assertThat(trace).containsExactly("task", "first", "second");
    }

    @Test
    void calledOffCallbackIsNoCandidate() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        StepOrder order = ready -> {
            sizes.add(ready.size());
            return 0;
        };
        runIn(order, () -> {
            sizes.clear();
            getRunningLoop().callSoon(() -> trace.add("never")).cancel();
            sleep(Duration.ZERO);
            trace.add(sizes.toString());
        });
        assertThat(trace).containsExactly("[1]");
    }

    @Test
    void taskMayBeCancelledBetweenTwoSteps() throws Exception {
        List<Task<?>> victims = new ArrayList<>();
        StepOrder order = new StepOrder() {
            @Override
            public void stepEnded() {
                victims.forEach(Task::cancel);
                victims.clear();
            }

            @Override
            public int choose(List<?> ready) {
                return 0;
            }
        };
        runIn(order, () -> {
            Task<?> victim = createTask(() -> sleep(Duration.ofDays(1)));
            sleep(Duration.ZERO);
            victims.add(victim);
            assertThatThrownBy(victim::await).isInstanceOf(ChildCancelledError.class);
        });
        assertThat(victims).isEmpty();
    }

    /** Takes down the name of each task that suspends. */
    private StepOrder notingWhoSuspends() {
        return new StepOrder() {
            @Override
            public void suspended(Object task) {
                trace.add(((Task<?>) task).getName());
            }

            @Override
            public int choose(List<?> ready) {
                return 0;
            }
        };
    }

    @Test
    void everySuspensionIsTold() throws Exception {
        runIn(notingWhoSuspends(), () -> {
            Task<?> other = createTask(() -> sleep(Duration.ofMillis(1)), "other");
            currentTask().setName("main");
            sleep(Duration.ZERO);
            other.await();
            other.await();
            trace.add("end");
        });
        assertThat(trace).startsWith("main", "other", "main", "end");
    }

    @Test
    void firstSuspensionOfAnEagerTaskIsToldBeforeItsCreatorGoesOn() throws Exception {
        runIn(notingWhoSuspends(), () -> {
            getRunningLoop().setTaskFactory(eagerTaskFactory());
            Task<?> other = createTask(() -> sleep(Duration.ZERO), "other");
            trace.add("creator");
            other.await();
        });
        assertThat(trace).startsWith("other", "creator");
    }

    @Test
    void whatTheOrderThrowsEndsTheRun() {
        StepOrder order = ready -> {
            throw new IllegalStateException("no idea");
        };
        EventLoop loop = new EventLoop(new Ordered(PollerFactory.create(), order));
        loop.callSoon(() -> {});
        assertThatThrownBy(loop::runForever).isInstanceOf(IllegalStateException.class);
        loop.close();
    }
}
