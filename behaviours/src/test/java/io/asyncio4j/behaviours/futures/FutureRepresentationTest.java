package io.asyncio4j.behaviours.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.testkit.VirtualTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code toString} of futures in every state, after asyncio's {@code repr}. */
@VirtualTime
class FutureRepresentationTest {
    private final EventLoop loop = new EventLoop();
    private final Future<Object> future = loop.createFuture();

    private record Named(String name) implements Consumer<Object> {
        @Override
        public void accept(Object done) {}

        @Override
        public String toString() {
            return name;
        }
    }

    @AfterEach
    void closeLoop() {
        loop.setExceptionHandler((ignored, context) -> {});
        loop.close();
    }

    @Test
    void pending() {
        assertThat(future).hasToString("<Future pending>");
    }

    @Test
    void pendingWithACallback() {
        future.addDoneCallback(new Named("callback"));
        assertThat(future).hasToString("<Future pending cb=[callback]>");
    }

    @Test
    void pendingWithTwoCallbacks() {
        future.addDoneCallback(new Named("first"));
        future.addDoneCallback(new Named("second"));
        assertThat(future).hasToString("<Future pending cb=[first, second]>");
    }

    @Test
    void pendingWithThreeCallbacks() {
        future.addDoneCallback(new Named("first"));
        future.addDoneCallback(new Named("second"));
        future.addDoneCallback(new Named("third"));
        assertThat(future).hasToString("<Future pending cb=[first, <1 more>, third]>");
    }

    @Test
    void finishedWithANumber() {
        future.setResult(3);
        assertThat(future).hasToString("<Future finished result=3>");
    }

    @Test
    void finishedWithAText() {
        future.setResult("three");
        assertThat(future).hasToString("<Future finished result='three'>");
    }

    @Test
    void finishedWithNull() {
        future.setResult(null);
        assertThat(future).hasToString("<Future finished result=null>");
    }

    @Test
    void failed() {
        future.setException(new IllegalStateException("boom"));
        assertThat(future).hasToString("<Future finished exception=java.lang.IllegalStateException: boom>");
    }

    @Test
    void cancelled() {
        future.cancel();
        assertThat(future).hasToString("<Future cancelled>");
    }

    @Test
    void doneFutureShowsNoCallbacks() {
        future.addDoneCallback(new Named("callback"));
        future.setResult(3);
        assertThat(future).hasToString("<Future finished result=3>");
    }

    @Test
    void longResultIsCutShort() {
        future.setResult("x".repeat(10_000));
        assertThat(future.toString())
                .startsWith("<Future finished result='xxx")
                .endsWith("…>")
                .hasSizeLessThan(100);
    }

    @Test
    void futureThatIsItsOwnResultIsShownOnce() {
        future.setResult(List.of(future));
        assertThat(future.toString()).startsWith("<Future finished result=").contains("...");
    }

    @Test
    void resultThatCannotBeShownDoesNotKeepTheFutureFromIt() {
        future.setResult(new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("cannot be shown");
            }
        });
        assertThat(future.toString()).startsWith("<Future finished result=").endsWith(">");
    }

    @Test
    void inDebugModeItShowsWhereItWasMade() {
        loop.setDebug(true);
        assertThat(loop.createFuture().toString())
                .matches("<Future pending created at FutureRepresentationTest.java:\\d+>");
    }
}
