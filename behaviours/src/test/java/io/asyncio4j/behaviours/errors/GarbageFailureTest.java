package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures nobody can retrieve any more, reported while the loop still runs. */
@VirtualTime(detectDeadlock = true)
class GarbageFailureTest {
    private static final int ROUNDS = 200;

    private final List<ExceptionContext> reported = new ArrayList<>();

    private static void failAndForget() {
        createTask(
                () -> {
                    throw new IllegalStateException("boom");
                },
                "forgotten");
        sleep(ZERO);
    }

    private static void failFutureAndForget() {
        Future<Integer> future = getRunningLoop().createFuture();
        future.setException(new IllegalStateException("boom"));
    }

    /** Lets the collector work, and the loop be idle in between, until there is a report or no hope. */
    private void awaitReport() {
        for (int round = 0; round < ROUNDS && reported.isEmpty(); round++) {
            System.gc();
            sleep(ofMillis(1));
        }
    }

    @Test
    void forgottenTaskIsReportedDuringTheRun() throws Exception {
        List<ExceptionContext> during = new ArrayList<>();
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            failAndForget();
            awaitReport();
            during.addAll(reported);
        });
        assertThat(during).singleElement().satisfies(context -> {
            assertThat(context.message()).contains("forgotten").contains("never retrieved");
            assertThat(context.exception()).hasMessage("boom");
        });
    }

    @Test
    void forgottenFutureIsReportedDuringTheRun() throws Exception {
        List<ExceptionContext> during = new ArrayList<>();
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            failFutureAndForget();
            awaitReport();
            during.addAll(reported);
        });
        assertThat(during).hasSize(1);
    }

    @Test
    void reportDuringTheRunIsNotRepeatedAtItsEnd() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            failAndForget();
            awaitReport();
        });
        assertThat(reported).hasSize(1);
    }

    /** Collects garbage until something that surely is garbage has been found to be. */
    private static void collectGarbage() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> probe = new PhantomReference<>(new Object(), queue);
        for (int round = 0; round < ROUNDS && queue.poll() == null; round++) {
            System.gc();
            sleep(ofMillis(1));
        }
        Reference.reachabilityFence(probe);
    }

    @Test
    void taskThatSomebodyStillHoldsIsNotReported() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            Task<?> held = createTask(() -> {
                throw new IllegalStateException("boom");
            });
            sleep(ZERO);
            collectGarbage();
            assertThat(held.exception()).hasMessage("boom");
        });
        assertThat(reported).isEmpty();
    }
}
