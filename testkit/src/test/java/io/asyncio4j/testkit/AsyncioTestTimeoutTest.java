package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JUnit's own limit by the wall clock. */
@Timeout(60)
class AsyncioTestTimeoutTest {

    static class Cases {
        static final List<String> EVENTS = new CopyOnWriteArrayList<>();
        static final CountDownLatch NEVER = new CountDownLatch(1);
        static final CountDownLatch CLEANED_UP = new CountDownLatch(1);

        @AsyncioTest(detectDeadlock = false, mode = Mode.LAZY)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void hangs() throws Exception {
            try {
                getRunningLoop().createFuture().await();
            } finally {
                sleep(ofDays(1));
                EVENTS.add("cleaned up");
            }
        }

        @AsyncioTest(time = AsyncioTest.Time.REAL, mode = Mode.LAZY)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void hangsOnRealTime() {
            createTask(() -> sleep(ofDays(1)), "helper");
            sleep(ofDays(1));
        }

        @AsyncioTest(mode = Mode.LAZY)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void hangsOnWorkInAThread() throws Exception {
            toThread(() -> {
                try {
                    NEVER.await();
                } catch (InterruptedException interrupt) {
                    EVENTS.add("work interrupted");
                }
                return null;
            });
        }

        @AsyncioTest(mode = Mode.LAZY)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void blocksItsThread() throws Exception {
            NEVER.await();
        }

        @AsyncioTest(detectDeadlock = false, mode = Mode.LAZY)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = SEPARATE_THREAD)
        void hangsInASeparateThread() throws Exception {
            try {
                getRunningLoop().createFuture().await();
            } finally {
                CLEANED_UP.countDown();
            }
        }

        @AsyncioTest(mode = Mode.LAZY)
        @Timeout(value = 30, threadMode = SEPARATE_THREAD)
        void endsInASeparateThread(VirtualClock clock) {
            sleep(ofMillis(1));
            EVENTS.add("ended at " + clock.elapsed());
        }
    }

    private static Throwable failureOf(String method) {
        Cases.EVENTS.clear();
        return JUnitRun.failureOf(Cases.class, method);
    }

    @Test
    void testThatHangsIsCancelledAndCleansUp() {
        assertThat(failureOf("hangs")).isInstanceOf(TimeoutException.class);
        assertThat(Cases.EVENTS).containsExactly("cleaned up");
    }

    @Test
    void placeWhereTheTestHungIsSuppressed() {
        assertThat(failureOf("hangs").getSuppressed())
                .anySatisfy(error -> assertThat(error.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("hangs"));
    }

    @Test
    void testThatHangsOnRealTimeFails() {
        assertThat(failureOf("hangsOnRealTime")).isInstanceOf(TimeoutException.class);
    }

    @Test
    void workInAThreadIsInterruptedWhenTheTestIsOver() {
        assertThat(failureOf("hangsOnWorkInAThread")).isInstanceOf(TimeoutException.class);
        assertThat(Cases.EVENTS).containsExactly("work interrupted");
    }

    @Test
    void testThatBlocksItsThreadFailsToo() {
        assertThat(failureOf("blocksItsThread")).isInstanceOf(TimeoutException.class);
    }

    @Test
    void interruptOfATestThatHungIsNotLeftBehind() {
        failureOf("hangs");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void testInASeparateThreadIsCancelledToo() throws Exception {
        assertThat(failureOf("hangsInASeparateThread")).isInstanceOf(TimeoutException.class);
        Cases.CLEANED_UP.await();
        assertThat(Cases.CLEANED_UP.getCount()).isZero();
    }

    @Test
    void testMayEndInASeparateThread() {
        Cases.EVENTS.clear();
        JUnitRun.of(Cases.class, "endsInASeparateThread")
                .assertStatistics(all -> all.started(1).succeeded(1));
        assertThat(Cases.EVENTS).containsExactly("ended at PT0.001S");
    }
}
