package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.toThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import io.asyncio4j.examples.DistributedWork.Broken;
import io.asyncio4j.examples.DistributedWork.Endless;
import io.asyncio4j.examples.DistributedWork.Square;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work offloaded to a cluster comes back as local work does. In real time; the members are shared by all tests. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DistributedWorkTest {
    private static Cluster cluster;

    @BeforeAll
    static void open() throws Exception {
        cluster = new Cluster();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private static Future<Integer> endless() {
        return getRunningLoop().runInExecutor(cluster.executor(), new Endless(), OnCancel.INTERRUPT);
    }

    @Test
    void resultsComeBackInOrder() throws Exception {
        List<Integer> numbers = IntStream.range(0, 20).boxed().toList();
        List<Integer> squares = run(() -> {
            List<Future<Integer>> all = new ArrayList<>();
            for (int number : numbers) {
                all.add(getRunningLoop().runInExecutor(cluster.executor(), new Square(number)));
            }
            return gather(all).await();
        });
        assertThat(squares)
                .containsExactlyElementsOf(
                        numbers.stream().map(number -> number * number).toList());
    }

    @Test
    void failureComesBackInItsOwnClass() throws Exception {
        run(() -> assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> getRunningLoop()
                        .runInExecutor(cluster.executor(), new Broken())
                        .await())
                .withMessage("no disk over there"));
    }

    @Test
    void timeoutInterruptsTheWorkOverThere() throws Exception {
        run(() -> {
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> timeout(null, t -> {
                        Future<Integer> work = endless();
                        toThread(() -> Endless.BEGUN.acquire());
                        t.reschedule(getRunningLoop().time());
                        work.await();
                    }));
            toThread(() -> Endless.INTERRUPTED.acquire());
        });
    }

    @Test
    void cancellationOfTheTaskInterruptsTheWorkOverThere() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> endless().await());
            toThread(() -> Endless.BEGUN.acquire());
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            toThread(() -> Endless.INTERRUPTED.acquire());
        });
    }
}
