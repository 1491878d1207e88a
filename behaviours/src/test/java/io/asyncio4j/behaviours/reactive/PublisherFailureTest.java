package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static io.asyncio4j.reactive.Reactive.forEach;
import static io.asyncio4j.reactive.Reactive.publisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.ExceptionContext;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Failures of what is published and of its subscribers. */
@VirtualTime
class PublisherFailureTest {
    private final Recorder<Integer> recorder = new Recorder<>();
    private final List<Object> seen = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    @Test
    void failureOfTheBodyGoesOutAsItself() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            recorder.subscribeTo(emitter -> {
                throw failure;
            });
            turns(3);
        });
        assertThat(recorder.signals).containsExactly("subscribed", failure);
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
            recorder.subscribeTo(emitter -> emitter.emit(1));
            turns(3);
            recorder.subscription.request(0);
            turns(5);
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(recorder.signals).hasSize(2).last().isInstanceOf(IllegalArgumentException.class);
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
