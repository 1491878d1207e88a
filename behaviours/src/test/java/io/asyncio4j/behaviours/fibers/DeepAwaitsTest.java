package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deep recursion of awaits, and long chains of tasks that await each other. */
@VirtualTime(detectDeadlock = true)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeepAwaitsTest {
    private static final int CHAIN = 100_000;

    private static int depth(int levels) {
        if (levels == 0) {
            return 0;
        }
        sleep(ZERO);
        int below = depth(levels - 1);
        sleep(ZERO);
        return below + 1;
    }

    @Test
    void recursionThatWaitsOnTheWayDownAndUpReturns() throws Exception {
        assertThat(run(() -> depth(1_000))).isEqualTo(1_000);
    }

    @Test
    void twoRecursionsThatSwitchAtEachLevelReturn() throws Exception {
        run(() -> {
            Task<Integer> one = createTask(() -> depth(1_000));
            Task<Integer> two = createTask(() -> depth(1_000));
            assertThat(one.await()).isEqualTo(1_000);
            assertThat(two.await()).isEqualTo(1_000);
        });
    }

    @Test
    void recursionOfTasksThatAwaitTheNextReturns() throws Exception {
        assertThat(run(() -> deeper(5_000))).isEqualTo(5_000);
    }

    private static int deeper(int levels) throws Exception {
        return levels == 0 ? 0 : createTask(() -> deeper(levels - 1)).await() + 1;
    }

    /** A task that sleeps, and tasks that each await the one before. */
    private static List<Task<Integer>> chain() {
        List<Task<Integer>> chain = new ArrayList<>();
        chain.add(createTask(() -> sleep(ofSeconds(10), 0)));
        for (int number = 1; number < CHAIN; number++) {
            Task<Integer> before = chain.getLast();
            chain.add(createTask(() -> before.await() + 1));
        }
        return chain;
    }

    @Test
    @Tag("slow")
    void longChainOfTasksHandsItsResultUp() throws Exception {
        assertThat(run(() -> chain().getLast().await())).isEqualTo(CHAIN - 1);
    }

    @Test
    @Tag("slow")
    void longChainOfTasksIsCancelledAtItsHead() throws Exception {
        run(() -> {
            List<Task<Integer>> chain = chain();
            sleep(ofSeconds(1));
            chain.getLast().cancel("enough");
            assertThatExceptionOfType(CancelledError.class)
                    .isThrownBy(() -> chain.getLast().await())
                    .withMessage("enough");
            assertThat(chain).allMatch(Task::cancelled);
        });
    }

    @Test
    @Tag("slow")
    void longChainOfTasksIsCancelledAtItsEnd() throws Exception {
        run(() -> {
            List<Task<Integer>> chain = chain();
            sleep(ofSeconds(1));
            chain.getFirst().cancel();
            assertThatExceptionOfType(CancelledError.class)
                    .isThrownBy(() -> chain.getLast().await());
            assertThat(chain).allMatch(Task::cancelled);
        });
    }
}
