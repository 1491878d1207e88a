package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.runCoroutineThreadsafe;
import static io.asyncio4j.reactive.Reactive.forEach;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterClass;

/** The subscriber behind {@code each} against the TCK of Reactive Streams: that of a task that takes item after item. */
public final class SubscriberTckTest extends FlowSubscriberBlackboxVerification<Integer> {
    private static final long SIGNAL = 1_000;
    private static final long SILENCE = 20;

    private final RunningLoopThread thread = new RunningLoopThread();

    /** Called by TestNG. */
    public SubscriberTckTest() {
        super(new TestEnvironment(SIGNAL, SILENCE));
    }

    @Override
    public Flow.Subscriber<Integer> createFlowSubscriber() {
        CompletableFuture<Flow.Subscriber<? super Integer>> subscriber = new CompletableFuture<>();
        runCoroutineThreadsafe(() -> forEach((Flow.Publisher<Integer>) subscriber::complete, item -> {}), thread.loop);
        @SuppressWarnings("unchecked") // of an iteration over integers
        Flow.Subscriber<Integer> created = (Flow.Subscriber<Integer>) subscriber.join();
        return created;
    }

    @Override
    public Integer createElement(int element) {
        return element;
    }

    @AfterClass
    void stopLoop() throws InterruptedException {
        thread.stop();
    }
}
