package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.reactive.Reactive.each;
import static io.asyncio4j.reactive.Reactive.forEach;
import static io.asyncio4j.reactive.Reactive.publisher;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.reactive.Emitter;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** A publisher of an iteration or of a body that emits, beyond what the TCK looks at. */
@VirtualTime
class PublisherTest {
    private final Recorder<Integer> recorder = new Recorder<>();
    private final List<Object> seen = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    private void turns(int number) {
        for (int turn = 0; turn < number; turn++) {
            sleep(ZERO);
        }
    }

    private Iterator<Integer> counting(int end) {
        return new Iterator<>() {
            private int item;

            @Override
            public boolean hasNext() {
                return item < end;
            }

            @Override
            public Integer next() {
                sleep(ofHours(1));
                seen.add("took " + item);
                return item++;
            }
        };
    }

    @LazyAndEager
    void whatIsPublishedIsIteratedOver(Mode mode) throws Exception {
        mode.run(() -> {
            Flow.Publisher<Integer> numbers = publisher(() -> counting(3));
            for (int item : each(numbers)) {
                seen.add(item);
            }
        });
        assertThat(seen).containsExactly("took 0", 0, "took 1", 1, "took 2", 2);
    }

    @LazyAndEager
    void eachSubscriberHasARunOfItsOwn(Mode mode) throws Exception {
        mode.run(() -> {
            Flow.Publisher<Task<?>> tasks = publisher(emitter -> {
                emitter.emit(currentTask());
            });
            forEach(tasks, seen::add);
            forEach(tasks, seen::add);
        });
        assertThat(seen).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void noItemIsTakenWithoutDemand() throws Exception {
        run(() -> {
            publisher(() -> counting(2)).subscribe(recorder);
            sleep(ofHours(5));
            assertThat(seen).isEmpty();
            recorder.subscription.request(1);
            sleep(ofHours(5));
            assertThat(recorder.signals).containsExactly("subscribed", 0);
            recorder.subscription.request(1);
            sleep(ofHours(5));
            assertThat(recorder.signals).containsExactly("subscribed", 0, 1, "complete");
        });
    }

    @Test
    void endIsFoundWithoutDemand() throws Exception {
        run(() -> {
            publisher(List.<Integer>of()).subscribe(recorder);
            turns(3);
        });
        assertThat(recorder.signals).containsExactly("subscribed", "complete");
    }

    @Test
    void demandWithoutEndDoesNotOverflow() throws Exception {
        run(() -> {
            publisher(List.of(1, 2, 3)).subscribe(recorder);
            turns(3);
            recorder.subscription.request(Long.MAX_VALUE);
            recorder.subscription.request(Long.MAX_VALUE);
            turns(3);
        });
        assertThat(recorder.signals).containsExactly("subscribed", 1, 2, 3, "complete");
    }

    @Test
    void failureOfTheBodyGoesOutAsItself() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            publishing(emitter -> {
                throw failure;
            });
            turns(3);
        });
        assertThat(recorder.signals).containsExactly("subscribed", failure);
    }

    private void publishing(VoidBlock<Emitter<Integer>> body) {
        publisher(body).subscribe(recorder);
    }

    @Test
    void nullItemFailsTheSubscription() throws Exception {
        run(() -> {
            publisher(Arrays.asList(1, null)).subscribe(recorder);
            turns(3);
            recorder.subscription.request(2);
            turns(3);
        });
        assertThat(recorder.signals).hasSize(3).last().isInstanceOf(NullPointerException.class);
    }

    @Test
    void cancelCancelsTheTask() throws Exception {
        run(() -> {
            publishing(emitter -> {
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
            publishing(emitter -> {
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
            publishing(emitter -> {
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
    void subscriberThatThrowsIsReportedAndNotCalledAgain() throws Exception {
        IllegalArgumentException failure = new IllegalArgumentException("of the subscriber");
        Recorder<Integer> throwing = new Recorder<>() {
            @Override
            public void onNext(Integer item) {
                super.onNext(item);
                throw failure;
            }
        };
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            publisher(List.of(1, 2)).subscribe(throwing);
            turns(3);
            throwing.subscription.request(2);
            turns(5);
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(throwing.signals).containsExactly("subscribed", 1);
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.exception()).isSameAs(failure));
    }

    @Test
    void requestOfNothingFailsTheSubscriptionAndEndsTheTask() throws Exception {
        run(() -> {
            publishing(emitter -> emitter.emit(1));
            turns(3);
            recorder.subscription.request(0);
            turns(5);
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(recorder.signals).hasSize(2).last().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherTasksCannotEmit() throws Exception {
        run(() -> {
            publishing(emitter -> {
                Task<?> other = createTask(() -> emitter.emit(1));
                assertThatIllegalStateException().isThrownBy(other::await).withMessageContaining("one at a time");
                seen.add("refused");
            });
            turns(10);
        });
        assertThat(seen).containsExactly("refused");
    }

    @Test
    void cancellationByOthersIsAFailureForTheSubscriber() throws Exception {
        run(() -> {
            publishing(emitter -> {
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
            publishing(emitter -> emitter.emit(1));
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
    void otherThreadsMaySubscribeRequestAndCancel() throws Exception {
        CountDownLatch got = new CountDownLatch(2);
        Recorder<Integer> elsewhere = new Recorder<>() {
            @Override
            public void onSubscribe(Flow.Subscription opened) {
                super.onSubscribe(opened);
                Thread.ofPlatform().start(() -> opened.request(2));
            }

            @Override
            public void onNext(Integer item) {
                super.onNext(item);
                got.countDown();
            }
        };
        run(() -> {
            Flow.Publisher<Integer> numbers = publisher(List.of(1, 2, 3));
            io.asyncio4j.Asyncio.toThread(() -> {
                numbers.subscribe(elsewhere);
                got.await();
                elsewhere.subscription.cancel();
            });
            turns(3);
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(elsewhere.signals).containsExactly("subscribed", 1, 2);
    }

    @Test
    void withoutARunningLoopThereIsNoPublisher() {
        assertThatIllegalStateException().isThrownBy(() -> publisher(List.of(1)));
    }

    @Test
    void nullIsRefused() throws Exception {
        run(() -> {
            assertThatNullPointerException().isThrownBy(() -> publisher((Iterable<Integer>) null));
            assertThatNullPointerException().isThrownBy(() -> publisher((VoidBlock<Emitter<Integer>>) null));
            assertThatNullPointerException()
                    .isThrownBy(() -> publisher(List.of(1)).subscribe(null));
        });
    }

    @Test
    void subscriberMayAwait() throws Exception {
        Recorder<Integer> slow = new Recorder<>() {
            @Override
            public void onNext(Integer item) {
                sleep(ofHours(1));
                super.onNext(item);
            }
        };
        run(() -> {
            publisher(List.of(1, 2)).subscribe(slow);
            turns(3);
            slow.subscription.request(2);
            sleep(ofHours(3));
        });
        assertThat(slow.signals).containsExactly("subscribed", 1, 2, "complete");
    }

    @Test
    void failureWhileIteratingComesThroughBothSides() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            Flow.Publisher<Integer> numbers = publisher(emitter -> {
                emitter.emit(1);
                throw failure;
            });
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> forEach(numbers, seen::add))
                    .isSameAs(failure);
        });
        assertThat(seen).containsExactly(1);
    }
}
