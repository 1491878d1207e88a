package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static io.asyncio4j.reactive.Reactive.each;
import static io.asyncio4j.reactive.Reactive.forEach;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import io.asyncio4j.reactive.PublishedItems;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the subscription of an iteration ends that is left before its publisher is complete. */
@VirtualTime
class EachLeavingTest {
    private final Source<Integer> source = new Source<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    private void sendSoon(int item) {
        getRunningLoop().callSoon(() -> getRunningLoop().callSoon(() -> source.send(item)));
    }

    @Test
    void breakCancelsAtOnceWhereItIsClosed() throws Exception {
        run(() -> {
            sendSoon(1);
            try (PublishedItems<Integer> items = each(source)) {
                for (int item : items) {
                    assertThat(item).isEqualTo(1);
                    break;
                }
                assertThat(source.cancellations).isZero();
            }
            assertThat(source.cancellations).isEqualTo(1);
        });
    }

    @Test
    void breakWithoutCloseCancelsAtTheEndOfTheTask() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> {
                sendSoon(1);
                for (int item : each(source)) {
                    assertThat(item).isEqualTo(1);
                    break;
                }
                turns(3);
                assertThat(source.cancellations).isZero();
            });
            task.await();
            turns(1);
            assertThat(source.cancellations).isEqualTo(1);
        });
    }

    @Test
    void exceptionOfTheBodyCancels() throws Exception {
        IOException failure = new IOException("of the body");
        run(() -> {
            sendSoon(1);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> forEach(source, item -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(source.cancellations).isEqualTo(1);
        });
    }

    @Test
    void cancellationOfTheWaitCancelsBeforeForEachIsLeft() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    forEach(source, item -> {});
                } finally {
                    assertThat(source.cancellations).isEqualTo(1);
                }
            });
            turns(3);
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
        });
        assertThat(source.cancellations).isEqualTo(1);
    }

    @Test
    void cancellationInTheBodyCancels() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> forEach(source, item -> sleep(ofHours(1))));
            turns(3);
            source.send(1);
            turns(3);
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
        });
        assertThat(source.cancellations).isEqualTo(1);
    }

    @Test
    void cancelledTaskThatDidNotCloseCancelsAtItsEnd() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> each(source).hasNext());
            turns(3);
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            turns(1);
            assertThat(source.cancellations).isEqualTo(1);
        });
    }

    @Test
    void mainTasksSubscriptionIsCancelledBeforeTheRunEnds() throws Exception {
        run(() -> {
            sendSoon(1);
            each(source).next();
        });
        assertThat(source.cancellations).isEqualTo(1);
    }

    @Test
    void completePublisherIsNotCancelled() throws Exception {
        run(() -> {
            getRunningLoop().callSoon(() -> source.complete());
            forEach(source, item -> {});
        });
        assertThat(source.cancellations).isZero();
    }

    @Test
    void subscriptionThatComesLateIsCancelledOnArrival() throws Exception {
        run(() -> {
            PublishedItems<Integer> items =
                    each(subscriber -> getRunningLoop().callSoon(() -> source.subscribe(subscriber)));
            getRunningLoop().callSoon(items::close);
            assertThat(items.hasNext()).isFalse();
            turns(3);
            assertThat(source.cancellations).isEqualTo(1);
            assertThat(source.requested).isZero();
        });
    }

    @Test
    void closingWakesWhoWaits() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source);
            Task<Boolean> waiting = createTask(items::hasNext);
            turns(3);
            items.close();
            assertThat(waiting.await()).isFalse();
        });
    }

    @Test
    void closingDropsTheItemsThatAreThere() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source, 2);
            sendSoon(1);
            sendSoon(2);
            items.next();
            items.close();
            assertThat(items.hasNext()).isFalse();
        });
    }

    @Test
    void iterationThatIsOverLeavesNothingAtTheTask() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> {
                try (PublishedItems<Integer> items = each(source)) {
                    sendSoon(1);
                    items.next();
                    assertThat(io.asyncio4j.Asyncio.currentTask().toString()).contains("PublishedItems");
                }
                assertThat(io.asyncio4j.Asyncio.currentTask().toString()).doesNotContain("PublishedItems");
            });
            task.await();
        });
    }

    @Test
    void failureThatNobodyCameToSeeIsReported() throws Exception {
        IOException failure = new IOException("unseen");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            try (PublishedItems<Integer> items = each(source, 2)) {
                sendSoon(1);
                items.next();
                source.fail(failure);
                turns(2);
            }
        });
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.exception()).isSameAs(failure));
    }

    @Test
    void failureAfterTheIterationWasLeftIsReported() throws Exception {
        IOException failure = new IOException("too late");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            try (PublishedItems<Integer> items = each(source)) {
                sendSoon(1);
                items.next();
            }
            source.fail(failure);
            turns(2);
        });
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.exception()).isSameAs(failure));
    }

    @Test
    void failureThatWasSeenIsNotReported() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            getRunningLoop().callSoon(() -> source.fail(new IOException("seen")));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> forEach(source, item -> {}));
        });
        assertThat(reports).isEmpty();
    }

    @Test
    void closingTheLoopCancelsWhereTheTaskWaitsForAnItem() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((_, context) -> reports.add(context));
        loop.createTask(() -> each(source).hasNext(), null, null, false);
        loop.callSoon(() -> loop.callSoon(loop::stop));
        loop.runForever();
        assertThat(source.cancellations).isZero();
        loop.close();
        assertThat(source.cancellations).isEqualTo(1);
    }

    @Test
    void signalForAClosedLoopCancels() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((_, context) -> reports.add(context));
        loop.createTask(
                () -> {
                    PublishedItems<Integer> items = each(source);
                    sendSoon(1);
                    items.next();
                    return loop.createFuture().await();
                },
                null,
                null,
                false);
        loop.callLater(ofHours(1), loop::stop);
        loop.runForever();
        loop.close();
        assertThat(source.cancellations).isZero();
        source.send(2);
        assertThat(source.cancellations).isEqualTo(1);
    }
}
