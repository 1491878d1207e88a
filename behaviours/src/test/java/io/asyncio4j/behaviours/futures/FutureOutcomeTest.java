package io.asyncio4j.behaviours.futures;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.InvalidStateException;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A future's outcome, set and asked for without any waiting: a loop that never runs is enough. */
@VirtualTime
class FutureOutcomeTest {
    private EventLoop loop;
    private Future<Integer> future;

    @BeforeEach
    void openLoop() {
        loop = new EventLoop();
        loop.setExceptionHandler((ignored, context) -> {});
        future = loop.createFuture();
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Test
    void newFutureIsPending() {
        assertThat(future.done()).isFalse();
        assertThat(future.cancelled()).isFalse();
    }

    @Test
    void resultOfAPendingFutureIsRefused() {
        assertThatThrownBy(future::result)
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("Result is not ready");
    }

    @Test
    void exceptionOfAPendingFutureIsRefused() {
        assertThatThrownBy(future::exception)
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("Exception is not set");
    }

    @Test
    void invalidStateIsAnIllegalState() {
        assertThatThrownBy(future::result).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void resultIsKept() throws Exception {
        future.setResult(7);
        assertThat(future.done()).isTrue();
        assertThat(future.result()).isEqualTo(7);
        assertThat(future.result()).isEqualTo(7);
    }

    @Test
    void onlyWhatHasAnExceptionHasFailed() {
        assertThat(future.failed()).isFalse();
        future.setException(new IOException("disk"));
        assertThat(future.failed()).isTrue();
        Future<Integer> cancelled = loop.createFuture();
        cancelled.cancel();
        assertThat(cancelled.failed()).isFalse();
    }

    @Test
    void resultMayBeNull() throws Exception {
        future.setResult(null);
        assertThat(future.done()).isTrue();
        assertThat(future.result()).isNull();
    }

    @Test
    void resultMayBeAnException() throws Exception {
        Future<Exception> ofException = loop.createFuture();
        IOException value = new IOException("a value");
        ofException.setResult(value);
        assertThat(ofException.result()).isSameAs(value);
        assertThat(ofException.exception()).isNull();
    }

    @Test
    void exceptionOfAFutureWithAResultIsNull() {
        future.setResult(7);
        assertThat(future.exception()).isNull();
    }

    @Test
    void exceptionIsKeptAsTheObjectItIs() {
        IOException failure = new IOException("disk");
        future.setException(failure);
        assertThat(future.exception()).isSameAs(failure);
        assertThatThrownBy(future::result).isSameAs(failure);
        assertThatThrownBy(future::result).isSameAs(failure);
    }

    @Test
    void errorIsKeptAsTheObjectItIs() {
        AssertionError failure = new AssertionError("wrong");
        future.setException(failure);
        assertThatThrownBy(future::result).isSameAs(failure);
    }

    @Test
    void failedFutureIsNotCancelled() {
        future.setException(new IOException());
        assertThat(future.cancelled()).isFalse();
    }

    @Test
    void secondResultIsRefusedAndTheFirstStays() throws Exception {
        future.setResult(7);
        assertThatThrownBy(() -> future.setResult(8)).isInstanceOf(InvalidStateException.class);
        assertThat(future.result()).isEqualTo(7);
    }

    @Test
    void exceptionAfterAResultIsRefused() throws Exception {
        future.setResult(7);
        assertThatThrownBy(() -> future.setException(new IOException())).isInstanceOf(InvalidStateException.class);
        assertThat(future.result()).isEqualTo(7);
    }

    @Test
    void resultAfterACancelIsRefused() {
        future.cancel();
        assertThatThrownBy(() -> future.setResult(7)).isInstanceOf(InvalidStateException.class);
        assertThat(future.cancelled()).isTrue();
    }

    @Test
    void messageOfARefusalShowsTheFuture() {
        future.setResult(7);
        assertThatThrownBy(() -> future.setResult(8)).hasMessageContaining("<Future finished result=7>");
    }

    @Test
    void bareThrowableIsRefused() {
        assertThatThrownBy(() -> future.setException(new Throwable()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Throwable");
        assertThat(future.done()).isFalse();
    }

    @Test
    void nullExceptionIsRefused() {
        assertThatThrownBy(() -> future.setException(null)).isInstanceOf(NullPointerException.class);
        assertThat(future.done()).isFalse();
    }

    @Test
    void cancelOfAPendingFutureIsAccepted() {
        assertThat(future.cancel()).isTrue();
        assertThat(future.done()).isTrue();
        assertThat(future.cancelled()).isTrue();
    }

    @Test
    void cancelOfADoneFutureIsRefused() {
        future.setResult(7);
        assertThat(future.cancel()).isFalse();
        assertThat(future.cancelled()).isFalse();
    }

    @Test
    void secondCancelIsRefusedAndTheFirstMessageStays() {
        future.cancel("first");
        assertThat(future.cancel("second")).isFalse();
        assertThatThrownBy(future::result).hasMessage("first");
    }

    @Test
    void resultOfACancelledFutureNamesIt() {
        future.cancel();
        assertThatThrownBy(future::result)
                .isInstanceOfSatisfying(
                        ChildCancelledError.class,
                        error -> assertThat(error.future()).isSameAs(future));
    }

    @Test
    void exceptionOfACancelledFutureIsThrown() {
        future.cancel("enough");
        assertThatThrownBy(future::exception)
                .isInstanceOf(ChildCancelledError.class)
                .hasMessage("enough");
    }

    @Test
    void getLoopIsTheLoopThatMadeIt() {
        assertThat(future.getLoop()).isSameAs(loop);
    }

    @Test
    void futureThatAwaitsNothingMayBeMadeInARun() throws Exception {
        run(() -> {
            Future<Integer> inside = getRunningLoop().createFuture();
            inside.setResult(7);
            assertThat(inside.await()).isEqualTo(7);
        });
    }
}
