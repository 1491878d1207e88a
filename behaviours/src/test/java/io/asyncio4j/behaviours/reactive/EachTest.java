package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static io.asyncio4j.reactive.Reactive.each;
import static io.asyncio4j.reactive.Reactive.forEach;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.reactive.PublishedItems;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Iterating over a publisher: what is asked for, what comes, and what a cancellation leaves. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EachTest {
    private final Source<Integer> source = new Source<>();
    private final List<Object> seen = new ArrayList<>();

    private Task<?> iterate(int prefetch) {
        return createTask(() -> {
            for (int item : each(source, prefetch)) {
                seen.add(item);
            }
            seen.add("end");
        });
    }

    @Test
    void itemsComeInOrderUntilThePublisherIsComplete() throws Exception {
        run(() -> {
            Task<?> task = iterate(1);
            turns(3);
            source.send(1, 2);
            source.complete();
            task.await();
        });
        assertThat(seen).containsExactly(1, 2, "end");
    }

    @Test
    void itemsOfOtherThreadsAllArrive() throws Exception {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        run(() -> {
            Task<?> task = createTask(() -> forEach(publisher, 8, seen::add));
            while (publisher.getNumberOfSubscribers() == 0) {
                sleep(ZERO);
            }
            Thread.ofPlatform().start(() -> {
                IntStream.range(0, 1_000).forEach(publisher::submit);
                publisher.close();
            });
            task.await();
        });
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    @VirtualTime
    void nothingIsSubscribedToBeforeTheIterationBegins() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source);
            assertThat(items.iterator()).isSameAs(items);
            turns(3);
            assertThat(source.isSubscribedTo()).isFalse();
        });
    }

    @Test
    @VirtualTime
    void nextIsAskedForWhenTheBodyWantsIt() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source);
            Task<?> task = createTask(() -> {
                items.next();
                seen.add(source.requested);
                turns(5);
                seen.add(source.requested);
                items.next();
                seen.add(source.requested);
            });
            turns(3);
            source.send(1);
            turns(10);
            assertThat(seen).containsExactly(1L, 1L);
            assertThat(source.requested).isEqualTo(2);
            source.send(2);
            task.await();
            assertThat(seen).last().isEqualTo(2L);
        });
    }

    @Test
    @VirtualTime
    void largerDemandIsFilledUpWhenHalfOfItIsUsed() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> {
                PublishedItems<Integer> items = each(source, 4);
                for (int item = 0; item < 4; item++) {
                    items.next();
                    seen.add(source.requested);
                }
            });
            turns(3);
            source.send(1, 2, 3, 4);
            task.await();
        });
        assertThat(seen).containsExactly(4L, 4L, 6L, 6L);
    }

    @Test
    @VirtualTime
    void itemsNobodyAskedForAreKept() throws Exception {
        run(() -> {
            Task<?> task = iterate(1);
            turns(3);
            source.send(1, 2, 3, 4);
            turns(6);
            assertThat(seen).containsExactly(1, 2, 3, 4);
            source.complete();
            task.await();
        });
    }

    @Test
    @VirtualTime
    void failureComesOutAsItselfAfterTheItems() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            Task<?> task = iterate(2);
            turns(3);
            source.send(1);
            source.fail(failure);
            assertThatExceptionOfType(IOException.class).isThrownBy(task::await).isSameAs(failure);
        });
        assertThat(seen).containsExactly(1);
    }

    @Test
    @VirtualTime
    void failureIsNoEndWhenAskedAgain() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            createTask(() -> {
                        PublishedItems<Integer> items = each(source);
                        getRunningLoop().callSoon(() -> source.fail(failure));
                        assertThatExceptionOfType(IOException.class).isThrownBy(items::hasNext);
                        assertThatExceptionOfType(IOException.class)
                                .isThrownBy(items::hasNext)
                                .isSameAs(failure);
                    })
                    .await();
        });
    }

    @Test
    @VirtualTime
    void failureOfSubscribingComesOut() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(_ -> {
                throw new UnsupportedOperationException("no subscribers");
            });
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(items::hasNext);
            assertThat(items.hasNext()).isFalse();
        });
    }

    @Test
    @VirtualTime(detectDeadlock = true)
    void failureOfRequestingComesOut() throws Exception {
        AtomicInteger cancellations = new AtomicInteger();
        Flow.Subscription broken = new Flow.Subscription() {
            @Override
            public void request(long number) {
                throw new UnsupportedOperationException("no demand");
            }

            @Override
            public void cancel() {
                cancellations.incrementAndGet();
            }
        };
        run(() -> {
            PublishedItems<Integer> items = each(subscriber -> subscriber.onSubscribe(broken));
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(items::hasNext);
        });
        assertThat(cancellations).hasValue(1);
    }

    @Test
    @VirtualTime
    void waitMayBeGivenUpAndTakenUpAgain() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> timeout(ofSeconds(1), t -> items.hasNext()));
            assertThat(source.cancellations).isZero();
            source.send(7);
            assertThat(items.next()).isEqualTo(7);
            assertThat(source.requested).isEqualTo(1);
        });
    }

    @Test
    @VirtualTime
    void itemThatCameInTheTurnOfTheCancellationIsThereForTheNextCall() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> {
                PublishedItems<Integer> items = each(source);
                try {
                    return items.next();
                } catch (CancelledError error) {
                    seen.add("cancelled");
                    return items.next();
                }
            });
            turns(3);
            source.send(7);
            getRunningLoop().callSoon(task::cancel);
            assertThat(task.await()).isEqualTo(7);
            assertThat(seen).containsExactly("cancelled");
        });
    }

    @Test
    @VirtualTime
    void secondSubscriptionIsCancelledAndTheFirstStays() throws Exception {
        Source<Integer> second = new Source<>();
        run(() -> {
            Task<?> task = iterate(1);
            turns(3);
            source.subscriber().onSubscribe(second);
            assertThat(second.cancellations).isEqualTo(1);
            source.send(1);
            source.complete();
            task.await();
        });
        assertThat(seen).containsExactly(1, "end");
        assertThat(source.cancellations).isZero();
    }

    @Test
    @VirtualTime
    void nextAfterTheLastIsRefused() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(subscriber -> {
                subscriber.onSubscribe(source);
                subscriber.onComplete();
            });
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(items::next);
        });
    }

    @Test
    @VirtualTime
    void anotherTaskIsRefused() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source);
            Task<?> first = createTask(items::hasNext);
            turns(2);
            assertThatIllegalStateException().isThrownBy(items::hasNext).withMessageContaining("only the task");
            first.cancel();
        });
    }

    @Test
    @VirtualTime
    void callbackIsRefusedAndNothingSubscribedTo() throws Exception {
        run(() -> {
            PublishedItems<Integer> items = each(source);
            getRunningLoop().callSoon(() -> assertRefused(items));
            turns(2);
        });
        assertThat(seen).containsExactly("refused");
        assertThat(source.isSubscribedTo()).isFalse();
    }

    private void assertRefused(PublishedItems<Integer> items) {
        assertThatIllegalStateException().isThrownBy(items::hasNext).withMessageContaining("callback");
        seen.add("refused");
    }

    @Test
    void badInputIsRefusedAtOnce() {
        Flow.Publisher<Integer> none = null;
        assertThatNullPointerException().isThrownBy(() -> each(none));
        assertThatIllegalArgumentException().isThrownBy(() -> each(source, 0)).withMessageContaining("not 0");
        assertThatNullPointerException().isThrownBy(() -> forEach(source, null));
    }
}
