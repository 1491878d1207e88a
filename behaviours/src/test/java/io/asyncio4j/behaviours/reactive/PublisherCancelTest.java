package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static io.asyncio4j.reactive.Reactive.publisher;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Subscriptions that end before their publisher does: cancelled, or with their task or loop. */
@VirtualTime
class PublisherCancelTest {
    private final Recorder<Integer> recorder = new Recorder<>();
    private final List<Object> seen = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    @Test
    void cancelCancelsTheTask() throws Exception {
        run(() -> {
            recorder.subscribeTo(emitter -> {
                try {
                    emitter.emit(1);
                    sleep(ofHours(1));
                } catch (CancelledError error) {
                    seen.add(error.getMessage());
                    throw error;
                }
            });
            turns(3);
            recorder.subscription.request(1);
            turns(3);
            recorder.subscription.cancel();
            turns(3);
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(seen).containsExactly("the subscription was cancelled");
        assertThat(recorder.signals).containsExactly("subscribed", 1);
    }

    @Test
    void cancelInTheMiddleOfAnItemEndsTheBodyAtTheNext() throws Exception {
        Recorder<Integer> oneOnly = new Recorder<>() {
            @Override
            public void onNext(Integer item) {
                super.onNext(item);
                subscription.cancel();
            }
        };
        run(() -> {
            publisher(List.of(1, 2)).subscribe(oneOnly);
            turns(3);
            oneOnly.subscription.request(Long.MAX_VALUE);
            turns(5);
        });
        assertThat(oneOnly.signals).containsExactly("subscribed", 1);
    }

    @Test
    void bodyThatCatchesItsCancellationIsToldWhenItEmits() throws Exception {
        run(() -> {
            recorder.subscribeTo(emitter -> {
                try {
                    emitter.emit(1);
                } catch (CancelledError error) {
                    seen.add("cancelled");
                }
                try {
                    emitter.emit(2);
                } catch (IllegalStateException exception) {
                    seen.add(exception.getMessage());
                }
            });
            turns(3);
            recorder.subscription.cancel();
            turns(5);
        });
        assertThat(seen).hasSize(2).last().asString().contains("nobody takes items any more");
        assertThat(recorder.signals).containsExactly("subscribed");
    }

    @Test
    void failureAfterTheCancellationIsReported() throws Exception {
        IllegalArgumentException failure = new IllegalArgumentException("in the cleanup");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            recorder.subscribeTo(emitter -> {
                try {
                    emitter.emit(1);
                } finally {
                    fail(failure);
                }
            });
            turns(3);
            recorder.subscription.cancel();
            turns(3);
        });
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.exception()).isSameAs(failure));
        assertThat(recorder.signals).containsExactly("subscribed");
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    @Test
    void cancellationByOthersIsAFailureForTheSubscriber() throws Exception {
        run(() -> {
            recorder.subscribeTo(emitter -> {
                seen.add(currentTask());
                sleep(ofHours(1));
            });
            turns(3);
            ((Task<?>) seen.getFirst()).cancel();
            turns(3);
        });
        assertThat(recorder.signals).hasSize(2).last().isInstanceOf(CancellationException.class);
    }

    @Test
    void closingTheLoopIsAFailureForTheSubscriber() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((_, context) -> reports.add(context));
        loop.callSoon(() -> {
            recorder.subscribeTo(emitter -> emitter.emit(1));
            loop.callLater(ofHours(1), loop::stop);
        });
        loop.runForever();
        assertThat(recorder.signals).containsExactly("subscribed");
        loop.close();
        assertThat(recorder.signals).hasSize(2).last().isInstanceOf(CancellationException.class);
    }

    @Test
    void closingTheLoopBeforeTheTaskHasBegunIsAFailureForTheSubscriber() throws Exception {
        EventLoop loop = new EventLoop();
        Flow.Publisher<Integer> numbers = loop.runUntilComplete(() -> publisher(List.of(1)));
        numbers.subscribe(recorder);
        loop.close();
        assertThat(recorder.signals).hasSize(2).first().isEqualTo("subscribed");
        assertThat(recorder.signals).last().isInstanceOf(CancellationException.class);
    }

    @Test
    void subscriptionOfAClosedLoopTakesRequestsAndDoesNothing() throws Exception {
        EventLoop loop = new EventLoop();
        Flow.Publisher<Integer> numbers = loop.runUntilComplete(() -> publisher(List.of(1)));
        loop.close();
        numbers.subscribe(recorder);
        recorder.subscription.request(1);
        recorder.subscription.cancel();
        assertThat(recorder.signals).hasSize(2).last().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cancellationWhileTheSubscriptionIsHandedOverIsAFailureForTheSubscriber() throws Exception {
        Recorder<Integer> slow = new Recorder<>() {
            @Override
            public void onSubscribe(Flow.Subscription opened) {
                super.onSubscribe(opened);
                seen.add(currentTask());
                sleep(ofHours(1));
            }
        };
        run(() -> {
            publisher(List.of(1, 2)).subscribe(slow);
            turns(3);
            ((Task<?>) seen.getFirst()).cancel();
            turns(3);
        });
        assertThat(slow.signals).hasSize(2).last().isInstanceOf(CancellationException.class);
    }
}
