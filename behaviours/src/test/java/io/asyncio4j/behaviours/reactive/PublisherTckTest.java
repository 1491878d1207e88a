package io.asyncio4j.behaviours.reactive;

import io.asyncio4j.reactive.Reactive;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** The publisher of an iteration against the TCK of Reactive Streams. */
public final class PublisherTckTest extends FlowPublisherVerification<Long> {
    /** How long the TCK waits for a signal that has to come (errors: always so long), and for one that must not; in ms. */
    private static final long SIGNAL = 1_000;

    private static final long SILENCE = 20;

    private final RunningLoopThread thread = new RunningLoopThread();

    /** Called by TestNG. */
    public PublisherTckTest() {
        super(new TestEnvironment(SIGNAL, SILENCE));
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        return publisher(() -> LongStream.range(0, elements).iterator());
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        return publisher(() -> {
            throw new IllegalStateException("there is no iterator");
        });
    }

    private Flow.Publisher<Long> publisher(Iterable<Long> items) {
        try {
            return thread.call(() -> Reactive.publisher(items));
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    @AfterClass
    void stopLoop() throws InterruptedException {
        thread.stop();
    }
}
