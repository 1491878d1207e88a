package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Too little memory for one task is that task's misfortune alone. */
@VirtualTime(detectDeadlock = true)
class OutOfMemoryTest {
    /** More than an array of any virtual machine may hold. */
    private static int tooMuch() {
        return new long[Integer.MAX_VALUE][0].length;
    }

    @LazyAndEager
    void endsTheTaskAndNotTheLoop(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = createTask(() -> {
                sleep(ZERO);
                return tooMuch();
            });
            Task<String> other = createTask(() -> {
                sleep(ZERO);
                sleep(ZERO);
                return "undisturbed";
            });
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(task::await);
            assertThat(other.await()).isEqualTo("undisturbed");
        });
    }

    @Test
    void inACallbackIsReportedAndTheLoopGoesOn() throws Exception {
        run(() -> {
            List<Throwable> reports = new ArrayList<>();
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context.exception()));
            getRunningLoop().callSoon(OutOfMemoryTest::tooMuch);
            sleep(ZERO);
            assertThat(reports).hasSize(1).hasOnlyElementsOfType(OutOfMemoryError.class);
        });
    }

    @Test
    void ofTheMainTaskComesOutOfRun() {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> run(() -> tooMuch()));
    }
}
