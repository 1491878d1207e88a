package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that wait where a virtual thread cannot leave its carrier, or holds a monitor. */
@VirtualTime(detectDeadlock = true)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PinnedFramesTest {
    private static final List<String> STEPS = new ArrayList<>();

    private static void step(String what) {
        STEPS.add(what);
    }

    /** Its initialiser waits. */
    private static final class WaitsInItsInitialiser {
        static final String VALUE;

        static {
            step("initialiser begins");
            sleep(ofSeconds(1));
            VALUE = "initialised";
            step("initialiser ends");
        }

        private WaitsInItsInitialiser() {}
    }

    /** The same, to be initialised from native code. */
    private static final class WaitsBelowANativeFrame {
        static {
            step("native begins");
            sleep(ofSeconds(1));
            step("native ends");
        }

        private WaitsBelowANativeFrame() {}
    }

    /** Its initialiser waits until it is cancelled. */
    private static final class IsCancelledInItsInitialiser {
        static {
            sleep(ofSeconds(3600));
        }

        private IsCancelledInItsInitialiser() {}
    }

    /** A task that waits in such a frame keeps its carrier; the others need one, too. */
    private static void assumeThatThereIsAnotherCarrier() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "there is only one carrier for virtual threads");
    }

    private static List<String> whileAnotherTaskGoesOn(io.asyncio4j.VoidCoroutine waits) throws Exception {
        STEPS.clear();
        run(() -> {
            Task<?> task = createTask(waits);
            sleep(ZERO);
            step("others go on");
            createTask(() -> step("and begin")).await();
            task.await();
        });
        return List.copyOf(STEPS);
    }

    @Test
    void taskWaitsInsideSynchronized() throws Exception {
        Object monitor = new Object();
        assertThat(whileAnotherTaskGoesOn(() -> {
                    synchronized (monitor) {
                        step("locked");
                        sleep(ofSeconds(1));
                        assertThat(Thread.holdsLock(monitor)).isTrue();
                        step("unlocks");
                    }
                }))
                .containsExactly("locked", "others go on", "and begin", "unlocks");
    }

    @Test
    void monitorIsStillHeldByTheTaskThatWaits() throws Exception {
        Object monitor = new Object();
        run(() -> {
            createTask(() -> {
                synchronized (monitor) {
                    sleep(ofSeconds(1));
                }
            });
            sleep(ZERO);
            assertThat(Thread.holdsLock(monitor)).isFalse();
        });
    }

    @Test
    void manyTasksWaitInsideSynchronizedAtOnce() throws Exception {
        int result = run(() -> {
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int number = 0; number < 200; number++) {
                Object monitor = new Object();
                tasks.add(createTask(() -> {
                    synchronized (monitor) {
                        sleep(ofSeconds(1));
                        return 1;
                    }
                }));
            }
            int sum = 0;
            for (Task<Integer> task : tasks) {
                sum += task.await();
            }
            return sum;
        });
        assertThat(result).isEqualTo(200);
    }

    @Test
    void taskWaitsInsideAClassInitialiser() throws Exception {
        assumeThatThereIsAnotherCarrier();
        assertThat(whileAnotherTaskGoesOn(
                        () -> assertThat(WaitsInItsInitialiser.VALUE).isEqualTo("initialised")))
                .containsExactly("initialiser begins", "others go on", "and begin", "initialiser ends");
    }

    @Test
    void taskWaitsBelowANativeFrame() throws Exception {
        assumeThatThereIsAnotherCarrier();
        // Class.forName calls the initialiser from native code
        String name = PinnedFramesTest.class.getName() + "$WaitsBelowANativeFrame";
        assertThat(whileAnotherTaskGoesOn(() -> Class.forName(name)))
                .containsExactly("native begins", "others go on", "and begin", "native ends");
    }

    @Test
    void taskIsCancelledInsideAClassInitialiser() throws Exception {
        assumeThatThereIsAnotherCarrier();
        String name = PinnedFramesTest.class.getName() + "$IsCancelledInItsInitialiser";
        run(() -> {
            Task<?> task = createTask(() -> Class.forName(name));
            sleep(ZERO);
            task.cancel();
            // an Error leaves an initialiser as it is
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            assertThat(task.cancelled()).isTrue();
        });
    }
}
