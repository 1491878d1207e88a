package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.shield;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Awaitable;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class ShieldTest {
    private final List<Object> reported = new ArrayList<>();

    @LazyAndEager
    void cancelledCallerLeavesTheShieldedTaskAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> inner = createTask(() -> sleep(ofSeconds(2), 7));
            Task<?> caller = createTask(() -> shield(inner).await());
            sleep(ofSeconds(1));
            caller.cancel();
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class);
            assertThat(inner.await()).isEqualTo(7);
        });
    }

    @Test
    void doneFutureIsItsOwnShield() throws Exception {
        run(() -> {
            Future<Integer> inner = getRunningLoop().createFuture();
            inner.setResult(7);
            assertThat(shield(inner)).isSameAs(inner);
        });
    }

    @LazyAndEager
    void failurePassesAsTheObjectItIs(Mode mode) throws Exception {
        mode.run(() -> {
            IllegalStateException failure = new IllegalStateException("boom");
            Future<Integer> inner = getRunningLoop().createFuture();
            Future<Integer> outer = shield(inner);
            inner.setException(failure);
            assertThatThrownBy(outer::await).isSameAs(failure);
        });
    }

    @LazyAndEager
    void cancelledInnerCancelsTheShield(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> inner = getRunningLoop().createFuture();
            Future<Integer> outer = shield(inner);
            inner.cancel();
            assertThatThrownBy(outer::await).isInstanceOf(CancelledError.class);
            assertThat(outer.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void innerTaskThatEndsItselfCancelledCancelsTheShield(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> outer = shield(() -> {
                sleep(ZERO);
                throw new CancelledError();
            });
            assertThatThrownBy(outer::await).isInstanceOf(CancelledError.class);
            assertThat(outer.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void failureOfTheInnerAfterTheShieldWasCancelledInTheSameTurnIsNotReported(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            Future<Integer> inner = getRunningLoop().createFuture();
            Future<Integer> outer = shield(inner);
            inner.setException(new IllegalStateException("boom"));
            outer.cancel();
            sleep(ZERO);
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void failureOfTheInnerLongAfterTheShieldWasCancelledIsReported(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            Future<Integer> inner = getRunningLoop().createFuture();
            shield(inner).cancel();
            sleep(ZERO);
            inner.setException(new IllegalStateException("boom"));
        });
        assertThat(reported).hasSize(1);
    }

    @LazyAndEager
    void bothCancelledInOneTurnStayCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> inner = getRunningLoop().createFuture();
            Future<Integer> outer = shield(inner);
            outer.cancel();
            inner.cancel();
            sleep(ZERO);
            assertThat(outer.cancelled() && inner.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void twoShieldsOfOneFutureAreIndependent(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> inner = getRunningLoop().createFuture();
            Future<Integer> first = shield(inner);
            Future<Integer> second = shield(inner);
            first.cancel();
            sleep(ZERO);
            inner.setResult(7);
            assertThat(second.await()).isEqualTo(7);
        });
    }

    @Test
    void nullIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> shield((Awaitable<?>) null)).isInstanceOf(NullPointerException.class));
    }

    @Test
    void coroutineWithoutARunningLoopIsRefused() {
        assertThatThrownBy(() -> shield(() -> 1)).isInstanceOf(IllegalStateException.class);
    }
}
