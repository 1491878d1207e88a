package io.asyncio4j.behaviours.futures;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class DoneCallbackTest {
    private static final ContextVar<String> VARIABLE = ContextVar.of("variable", "default");

    private final List<Object> seen = new ArrayList<>();

    /** Equal to all others of its name. */
    private record Named(String name, List<Object> seen) implements Consumer<Object> {
        @Override
        public void accept(Object done) {
            seen.add(name);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private Named named(String name) {
        return new Named(name, seen);
    }

    private static <T> Future<T> future() {
        return getRunningLoop().createFuture();
    }

    @Test
    void callbackIsGivenTheFuture() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(seen::add);
            future.setResult(7);
            sleep(ZERO);
            assertThat(seen).containsExactly(future);
        });
    }

    @Test
    void callbackIsCalledInTheNextTurnAndNotAtOnce() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(named("called"));
            future.setResult(7);
            assertThat(seen).isEmpty();
            sleep(ZERO);
            assertThat(seen).containsExactly("called");
        });
    }

    @Test
    void callbacksAreCalledInTheOrderInWhichTheyCame() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(named("first"));
            future.addDoneCallback(named("second"));
            future.addDoneCallback(named("third"));
            future.cancel();
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("first", "second", "third");
    }

    @Test
    void callbackAddedToADoneFutureIsCalledInTheNextTurn() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.setResult(7);
            future.addDoneCallback(named("called"));
            assertThat(seen).isEmpty();
            sleep(ZERO);
            assertThat(seen).containsExactly("called");
        });
    }

    @Test
    void callbackRunsInACopyOfTheContextItWasAddedIn() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            VARIABLE.set("when added");
            future.addDoneCallback(done -> {
                seen.add(VARIABLE.get());
                VARIABLE.set("by the callback");
            });
            VARIABLE.set("afterwards");
            future.setResult(7);
            sleep(ZERO);
            assertThat(VARIABLE.get()).isEqualTo("afterwards");
        });
        assertThat(seen).containsExactly("when added");
    }

    @Test
    void callbackRunsInTheVeryContextGiven() throws Exception {
        run(() -> {
            Context context = new Context();
            Future<Integer> future = future();
            future.addDoneCallback(done -> VARIABLE.set("by the callback"), context);
            future.setResult(7);
            sleep(ZERO);
            assertThat(context.get(VARIABLE)).isEqualTo("by the callback");
        });
    }

    @Test
    void callbackOfATaskIsNoTask() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1);
            task.addDoneCallback(done -> seen.add(currentTask() == null));
            sleep(ZERO);
            sleep(ZERO);
        });
        assertThat(seen).containsExactly(true);
    }

    @Test
    void whatACallbackThrowsReachesTheHandlerAndTheOthersAreCalled() throws Exception {
        IllegalStateException failure = new IllegalStateException("boom");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context.exception()));
            Future<Integer> future = future();
            future.addDoneCallback(done -> {
                throw failure;
            });
            future.addDoneCallback(named("called"));
            future.setResult(7);
            sleep(ZERO);
        });
        assertThat(seen).containsExactly(failure, "called");
    }

    @Test
    void callbackMayAddAnother() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(done -> done.addDoneCallback(named("added later")));
            future.setResult(7);
            sleep(ZERO);
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("added later");
    }

    @Test
    void removedCallbackIsNotCalled() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(named("removed"));
            assertThat(future.removeDoneCallback(named("removed"))).isEqualTo(1);
            future.setResult(7);
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void removeTakesAllThatAreEqual() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(named("twice"));
            future.addDoneCallback(named("kept"));
            future.addDoneCallback(named("twice"));
            assertThat(future.removeDoneCallback(named("twice"))).isEqualTo(2);
            future.setResult(7);
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("kept");
    }

    @Test
    void removeOfAnUnknownCallbackRemovesNothing() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            assertThat(future.removeDoneCallback(named("unknown"))).isZero();
            future.addDoneCallback(named("known"));
            assertThat(future.removeDoneCallback(named("unknown"))).isZero();
            future.addDoneCallback(named("known too"));
            assertThat(future.removeDoneCallback(named("unknown"))).isZero();
        });
    }

    @Test
    void removeLeavesTheTasksThatAwait() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            Task<Integer> waiter = createTask(future::await);
            sleep(ZERO);
            assertThat(future.removeDoneCallback(named("unknown"))).isZero();
            future.setResult(7);
            assertThat(waiter.await()).isEqualTo(7);
        });
    }

    @Test
    void removeOfACallbackThatIsScheduledComesTooLate() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            future.addDoneCallback(named("called"));
            future.setResult(7);
            assertThat(future.removeDoneCallback(named("called"))).isZero();
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("called");
    }

    @Test
    void nullIsRefused() throws Exception {
        run(() -> {
            Future<Integer> future = future();
            assertThatThrownBy(() -> future.addDoneCallback(null)).isInstanceOf(NullPointerException.class);
            assertThat(future).hasToString("<Future pending>");
        });
    }

    @Test
    void outcomeOfAFutureWithCallbacksIsRefusedOnceItsLoopIsClosed() {
        EventLoop loop = new EventLoop();
        Future<Integer> future = loop.createFuture();
        future.addDoneCallback(seen::add);
        loop.close();
        assertThatThrownBy(() -> future.setResult(7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(future.done()).isFalse();
    }

    /** A callback that can also be run, with nothing given to it. */
    private record Both(List<String> seen) implements Consumer<Future<String>>, Runnable {
        @Override
        public void accept(Future<String> done) {
            seen.add("accepted " + done.done());
        }

        @Override
        public void run() {
            seen.add("run");
        }
    }

    @Test
    void callbackThatIsARunnableTooIsGivenTheFuture() throws Exception {
        List<String> seen = new ArrayList<>();
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            future.addDoneCallback(new Both(seen));
            future.setResult("result");
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("accepted true");
    }
}
