package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static io.asyncio4j.reactive.Reactive.each;
import static io.asyncio4j.reactive.Reactive.forEach;
import static io.asyncio4j.reactive.Reactive.publisher;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.Task;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.reactive.Emitter;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Items of a publisher of an iteration or of a body that emits, and the demand for them, beyond what the TCK looks at. */
@VirtualTime
class PublisherTest {
    private final Recorder<Integer> recorder = new Recorder<>();
    private final List<Object> seen = new ArrayList<>();

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
    void otherTasksCannotEmit() throws Exception {
        run(() -> {
            recorder.subscribeTo(emitter -> {
                Task<?> other = createTask(() -> emitter.emit(1));
                assertThatIllegalStateException().isThrownBy(other::await).withMessageContaining("one at a time");
                seen.add("refused");
            });
            turns(10);
        });
        assertThat(seen).containsExactly("refused");
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
}
