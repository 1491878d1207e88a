package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;

import io.asyncio4j.EventLoop;
import io.asyncio4j.reactive.Reactive;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** The publisher of a body that emits and awaits; fails because its loop is closed. */
public final class EmittingPublisherTckTest extends FlowPublisherVerification<Long> {
    private static final long SIGNAL = 1_000;
    private static final long SILENCE = 20;

    private final RunningLoopThread thread = new RunningLoopThread();

    /** Called by TestNG. */
    public EmittingPublisherTckTest() {
        super(new TestEnvironment(SIGNAL, SILENCE));
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        try {
            return thread.call(() -> publisher(elements));
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static Flow.Publisher<Long> publisher(long elements) {
        return Reactive.publisher(emitter -> {
            for (long item = 0; item < elements; item++) {
                sleep(ZERO);
                emitter.emit(item);
            }
        });
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        EventLoop closed = new EventLoop();
        try {
            return closed.runUntilComplete(() -> publisher(1));
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        } finally {
            closed.close();
        }
    }

    @AfterClass
    void stopLoop() throws InterruptedException {
        thread.stop();
    }
}
