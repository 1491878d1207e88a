package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.testkit.Suspension.allTasksBlocked;
import static io.asyncio4j.testkit.Suspension.assertDoesNotSuspend;
import static io.asyncio4j.testkit.Suspension.assertSuspends;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.queues.Queue;
import io.asyncio4j.testkit.AsyncioTest;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualClock;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    @AsyncioTest
    void theFirstAnswerIsTaken() throws Exception {
        assertEquals("answer", Retry.retry(3, () -> "answer"));
    }

    @AsyncioTest
    void pausesGrow(VirtualClock clock) throws Exception {
        List<Duration> attempts = new ArrayList<>();
        assertThrows(
                IOException.class,
                () -> Retry.retry(3, () -> {
                    attempts.add(clock.elapsed());
                    throw new IOException("nobody there");
                }));
        assertEquals(List.of(ofSeconds(0), ofSeconds(1), ofSeconds(3)), attempts);
    }

    @AsyncioTest
    void slowComputationMeetsItsDeadline(VirtualClock clock) {
        assertThrows(
                TimeoutException.class,
                () -> timeout(ofMinutes(1), t -> {
                    clock.advance(ofMinutes(2)); // a step that computes for two minutes
                    sleep(ofSeconds(1));
                }));
    }

    @AsyncioTest
    void workInAThreadTakesNoVirtualTime(VirtualClock clock) throws Exception {
        String answer = timeout(ofSeconds(1), t -> toThread(() -> "from a thread"));
        assertEquals("from a thread", answer);
        assertEquals(Duration.ZERO, clock.elapsed());
    }

    @AsyncioTest
    void threadOfOnesOwnHoldsTheClock(EventLoop loop, VirtualClock clock) throws Exception {
        Queue<String> queue = new Queue<>();
        VirtualClock.Hold hold = clock.hold();
        Thread.startVirtualThread(() -> {
            loop.callSoonThreadsafe(() -> queue.putNowait("from a thread"));
            hold.close();
        });
        assertEquals("from a thread", timeout(ofSeconds(1), t -> queue.get()));
    }

    @AsyncioTest
    void itemGoesToWhoWaitsForIt() throws Exception {
        Queue<String> queue = new Queue<>();
        Task<String> consumer = createTask(queue::get);
        allTasksBlocked();
        assertFalse(consumer.done());
        queue.putNowait("item");
        assertEquals("item", consumer.await());
    }

    @AsyncioTest
    void onlyAnEmptyQueueSuspends() throws Exception {
        Queue<String> queue = new Queue<>();
        assertDoesNotSuspend(() -> queue.put("item"));
        assertDoesNotSuspend(queue::get);
        Task<?> producer = createTask(() -> {
            sleep(ofSeconds(1));
            queue.putNowait("late");
        });
        assertEquals("late", assertSuspends(queue::get));
        producer.await();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    @AsyncioTest
    void itIsTriedSoManyTimes(int attempts) {
        List<Integer> tries = new ArrayList<>();
        assertThrows(
                IOException.class,
                () -> Retry.retry(attempts, () -> {
                    tries.add(tries.size());
                    throw new IOException("nobody there");
                }));
        assertEquals(attempts, tries.size());
    }

    @Retention(RetentionPolicy.RUNTIME)
    @AsyncioTest(time = AsyncioTest.Time.REAL, mode = Mode.LAZY)
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    @interface NetworkTest {}

    @NetworkTest
    void timeMayBeReal(EventLoop loop) {
        long before = loop.time();
        sleep(Duration.ofMillis(1));
        assertFalse(loop.time() - before < 1_000_000);
    }

    @AsyncioTest
    void anHourPasses(VirtualClock clock) {
        sleep(ofHours(1));
        assertEquals(ofHours(1), clock.elapsed());
    }
}
