package io.asyncio4j.behaviours.threads;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Handle;
import io.asyncio4j.context.ContextVar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code callSoonThreadsafe}: calls from any thread, none lost, those of one thread in its order. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallSoonThreadsafeTest {
    private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    /** Which thread made a call, and its how manyeth it was. */
    private record Call(int thread, int number) {}

    @Test
    void noneOfManyIsLostAndEachThreadKeepsItsOrder() throws Exception {
        int threads = 8;
        int calls = 5_000;
        List<Call> made = new ArrayList<>();
        run(() -> {
            EventLoop loop = getRunningLoop();
            Future<String> all = loop.createFuture();
            for (int thread = 0; thread < threads; thread++) {
                int mine = thread;
                Thread.ofVirtual().start(() -> {
                    for (int number = 0; number < calls; number++) {
                        Call call = new Call(mine, number);
                        loop.callSoonThreadsafe(() -> {
                            made.add(call);
                            if (made.size() == threads * calls) {
                                all.setResult("all");
                            }
                        });
                    }
                });
            }
            all.await();
        });
        for (int thread = 0; thread < threads; thread++) {
            int mine = thread;
            assertThat(made.stream().filter(call -> call.thread() == mine).map(Call::number))
                    .containsExactlyElementsOf(IntStream.range(0, calls).boxed().toList());
        }
    }

    @Test
    void wakesALoopThatWaits() throws Exception {
        for (int time = 0; time < 200; time++) {
            run(() -> {
                EventLoop loop = getRunningLoop();
                Future<String> future = loop.createFuture();
                Thread.ofPlatform().start(() -> loop.callSoonThreadsafe(() -> future.setResult("woken")));
                assertThat(future.await()).isEqualTo("woken");
            });
        }
    }

    @Test
    void everyWakeUpOfAPingPongArrives() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            for (int time = 0; time < 2_000; time++) {
                Future<String> future = loop.createFuture();
                Thread.startVirtualThread(() -> loop.callSoonThreadsafe(() -> future.setResult("woken")));
                future.await();
            }
        });
    }

    @Test
    void runsOnTheLoopsThreadAndNotOnTheCallers() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            Future<EventLoop> seen = loop.createFuture();
            Thread.ofPlatform().start(() -> loop.callSoonThreadsafe(() -> seen.setResult(getRunningLoop())));
            assertThat(seen.await()).isSameAs(loop);
        });
    }

    @Test
    void fromTheLoopsOwnThreadItIsCallSoon() throws Exception {
        List<String> order = new ArrayList<>();
        run(() -> {
            EventLoop loop = getRunningLoop();
            loop.callSoon(() -> order.add("first"));
            loop.callSoonThreadsafe(() -> order.add("second"));
            loop.callSoon(() -> order.add("third"));
            sleep(ZERO);
        });
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void beforeTheRunItKeepsItsPlaceAmongOtherCalls() {
        List<String> order = new ArrayList<>();
        EventLoop loop = new EventLoop();
        loop.callSoonThreadsafe(() -> order.add("first"));
        loop.callSoon(() -> order.add("second"));
        loop.callSoonThreadsafe(() -> order.add("third"));
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.close();
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void callMadeBetweenTwoRunsIsMadeInTheNext() {
        List<String> order = new ArrayList<>();
        EventLoop loop = new EventLoop();
        loop.stop();
        loop.runForever();
        loop.callSoonThreadsafe(() -> order.add("called"));
        assertThat(order).isEmpty();
        loop.stop();
        loop.runForever();
        loop.close();
        assertThat(order).containsExactly("called");
    }

    @Test
    void cancelledHandleIsNotCalled() throws Exception {
        List<String> order = new ArrayList<>();
        run(() -> {
            Handle handle = getRunningLoop().callSoonThreadsafe(() -> order.add("called"));
            handle.cancel();
            sleep(ZERO);
            sleep(ZERO);
        });
        assertThat(order).isEmpty();
    }

    @Test
    void carriesTheCallersContext() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            Future<String> seen = loop.createFuture();
            Thread.ofPlatform().start(() -> {
                USER.set("ada");
                loop.callSoonThreadsafe(() -> seen.setResult(USER.get()));
            });
            assertThat(seen.await()).isEqualTo("ada");
        });
    }

    @Test
    void closedLoopRefuses() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.callSoonThreadsafe(() -> {}))
                .withMessageContaining("Event loop is closed");
    }

    @Test
    void isAllowedFromAForeignThreadInDebugMode() throws Exception {
        run(
                () -> {
                    EventLoop loop = getRunningLoop();
                    CountDownLatch called = new CountDownLatch(1);
                    Asyncio.toThread(() -> {
                        loop.callSoonThreadsafe(called::countDown);
                        called.await();
                    });
                    assertThat(called.getCount()).isZero();
                },
                true);
    }
}
