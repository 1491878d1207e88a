package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.testkit.Suspension.allTasksBlocked;
import static io.asyncio4j.testkit.Suspension.assertDoesNotSuspend;
import static io.asyncio4j.testkit.Suspension.assertSuspends;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.queues.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SuspensionTest {
    private final List<String> events = new ArrayList<>();

    // ---- allTasksBlocked

    @AsyncioTest
    void returnsWhenTheOthersAreBlocked() throws Exception {
        Queue<String> queue = new Queue<>();
        Task<String> consumer = createTask(queue::get);
        createTask(() -> {
            for (int i = 0; i < 3; i++) {
                sleep(ZERO);
            }
            events.add("busy");
        });
        allTasksBlocked();
        assertThat(events).containsExactly("busy");
        assertThat(consumer.done()).isFalse();
        queue.put("word");
        assertThat(consumer.await()).isEqualTo("word");
    }

    @AsyncioTest
    void clockHasNotMovedMeanwhile(VirtualClock clock) throws Exception {
        Task<?> sleeper = createTask(() -> sleep(ofSeconds(1)));
        allTasksBlocked();
        assertThat(clock.elapsed()).isZero();
        sleeper.await();
    }

    @AsyncioTest
    void timerThatIsDueComesFirst(VirtualClock clock) {
        getRunningLoop().callLater(ofSeconds(1), () -> events.add("due"));
        clock.advance(ofSeconds(2));
        allTasksBlocked();
        assertThat(events).containsExactly("due");
    }

    @AsyncioTest
    void severalAreReleasedAtOnceInOrder() throws Exception {
        Task<?> first = createTask(() -> {
            allTasksBlocked();
            events.add("first");
        });
        Task<?> second = createTask(() -> {
            allTasksBlocked();
            events.add("second");
        });
        sleep(ZERO);
        allTasksBlocked();
        events.add("third");
        first.await();
        second.await();
        assertThat(events).containsExactly("first", "second", "third");
    }

    @AsyncioTest
    void comesBeforeADeadlock() throws Exception {
        Future<String> never = getRunningLoop().createFuture();
        Task<String> waiter = createTask(never::await);
        allTasksBlocked();
        never.setResult("after all");
        assertThat(waiter.await()).isEqualTo("after all");
    }

    @AsyncioTest
    void waitsForWorkInThreads() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Task<?> worker = createTask(() -> {
            toThread(() -> {
                begun.countDown();
                mayEnd.await();
                return null;
            });
            events.add("work came back");
        });
        sleep(ZERO);
        begun.await();
        mayEnd.countDown();
        allTasksBlocked();
        assertThat(events).containsExactly("work came back");
        worker.await();
    }

    @AsyncioTest
    void cancelledWaiterIsReleasedByItsCancellationAlone() throws Exception {
        Task<?> cancelled = createTask(() -> {
            allTasksBlocked();
            events.add("released");
        });
        sleep(ZERO);
        cancelled.cancel();
        assertThatThrownBy(cancelled::await).isInstanceOf(ChildCancelledError.class);
        allTasksBlocked();
        assertThat(events).isEmpty();
    }

    @Test
    @VirtualTime
    void loopOnVirtualTimeWillDo() throws Exception {
        run(() -> {
            Task<?> sleeper = createTask(() -> sleep(ofDays(1)));
            allTasksBlocked();
            assertThat(getRunningLoop().time()).isZero();
            sleeper.await();
        });
    }

    @Test
    void loopOnRealTimeIsRefused() {
        assertThatThrownBy(() -> run(Suspension::allTasksBlocked))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a loop on a VirtualClock");
    }

    // ---- assertSuspends, assertDoesNotSuspend

    @AsyncioTest
    void sleepSuspends() throws Exception {
        assertSuspends(() -> sleep(ZERO));
        assertThatThrownBy(() -> assertDoesNotSuspend(() -> sleep(ZERO)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected the task not to be suspended");
    }

    @AsyncioTest
    void awaitOfWhatIsDoneDoesNotSuspend() throws Exception {
        Future<Integer> done = getRunningLoop().createFuture();
        done.setResult(7);
        assertThat(assertDoesNotSuspend(done::await)).isEqualTo(7);
        assertThatThrownBy(() -> assertSuspends(done::await))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected the task to be suspended, but it was not");
    }

    @AsyncioTest
    void assertionReturnsWhatTheBodyReturned() throws Exception {
        int result = assertSuspends(() -> {
            sleep(ofSeconds(1));
            return 7;
        });
        assertThat(result).isEqualTo(7);
    }

    @AsyncioTest
    void placeOfTheSuspensionIsShown() {
        assertThatThrownBy(() -> assertDoesNotSuspend(SuspensionTest::sleepALittle))
                .message()
                .containsPattern("at SuspensionTest.java:\\d+$");
        assertThatThrownBy(() -> assertDoesNotSuspend(SuspensionTest::sleepALittle))
                .cause()
                .satisfies(where ->
                        assertThat(where.getStackTrace()[0].getMethodName()).isEqualTo("sleepALittle"));
    }

    private static void sleepALittle() {
        sleep(ofSeconds(1));
    }

    @AsyncioTest
    void firstStepOfAnEagerChildDoesNotCount() throws Exception {
        List<Task<?>> children = new ArrayList<>();
        assertDoesNotSuspend(() -> {
            children.add(createTask(() -> sleep(ofSeconds(1)), null, null, true));
        });
        for (Task<?> child : children) {
            child.await();
        }
    }

    @AsyncioTest
    void failureOfABodyThatShouldSuspendPasses() {
        assertThatThrownBy(() -> assertSuspends(() -> {
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
    }

    @AsyncioTest
    void failureOfABodyThatSuspendedThoughItShouldNotIsSuppressed() {
        IllegalStateException boom = new IllegalStateException("boom");
        assertThatThrownBy(() -> assertDoesNotSuspend(() -> {
                    sleep(ZERO);
                    throw boom;
                }))
                .isInstanceOf(AssertionError.class)
                .hasSuppressedException(boom);
    }

    @AsyncioTest
    void failureOfABodyThatDidNotSuspendPasses() {
        assertThatThrownBy(() -> assertDoesNotSuspend(() -> {
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
    }

    @AsyncioTest
    void suspensionBeforeTheBodyDoesNotCount() throws Exception {
        sleep(ZERO);
        assertDoesNotSuspend(() -> 7);
    }

    @AsyncioTest
    void suspensionOfAnotherTaskDoesNotCount() throws Exception {
        Task<?> other = createTask(() -> {
            assertThatThrownBy(() -> assertSuspends(() -> 7)).isInstanceOf(AssertionError.class);
        });
        other.await();
    }

    @Test
    @VirtualTime
    void loopThatIsNotOfATestRunIsRefused() {
        assertThatThrownBy(() -> run(() -> assertSuspends(() -> sleep(ZERO))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs the loop of a test run");
    }
}
