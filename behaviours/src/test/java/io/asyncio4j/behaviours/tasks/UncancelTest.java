package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class UncancelTest {
    @Test
    void newTaskHasNoRequests() throws Exception {
        run(() -> assertThat(currentTask().cancelling()).isZero());
    }

    @Test
    void eachCancelCounts() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1);
            task.cancel();
            task.cancel();
            assertThat(task.cancelling()).isEqualTo(2);
        });
    }

    @Test
    void uncancelReturnsHowManyAreLeft() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1);
            task.cancel();
            task.cancel();
            assertThat(task.uncancel()).isEqualTo(1);
            assertThat(task.uncancel()).isZero();
        });
    }

    @Test
    void uncancelOfATaskWithoutRequestsStaysAtZero() throws Exception {
        run(() -> assertThat(currentTask().uncancel()).isZero());
    }

    @Test
    void lastRequestTakenBackBeforeItWasThrownIsNotThrown() throws Exception {
        int result = run(() -> {
            currentTask().cancel();
            currentTask().uncancel();
            return sleep(ZERO, 7);
        });
        assertThat(result).isEqualTo(7);
    }

    @Test
    void newTaskWhoseOnlyRequestIsTakenBackRuns() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> 7);
            task.cancel();
            task.uncancel();
            assertThat(task.await()).isEqualTo(7);
        });
    }

    @Test
    void oneOfTwoRequestsTakenBackIsThrownAllTheSame() throws Exception {
        run(() -> {
            currentTask().cancel();
            currentTask().cancel();
            currentTask().uncancel();
            assertThatThrownBy(() -> sleep(ZERO)).isInstanceOf(CancelledError.class);
            currentTask().uncancel();
        });
    }

    @Test
    void requestThatHasCancelledTheAwaitedFutureCannotBeTakenBack() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            sleep(ZERO);
            task.cancel();
            task.uncancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
    }
}
