package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Handle;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.VirtualTime;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code callSoon}, {@code callLater}, {@code callAt}: order, calling off, and contexts. */
@VirtualTime(detectDeadlock = true)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallbacksTest {
    private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    private final List<String> order = new ArrayList<>();

    private Runnable note(String name) {
        return () -> order.add(name);
    }

    private void inALoop(VoidBlock<EventLoop> body) throws Exception {
        run(() -> body.run(getRunningLoop()));
    }

    @Test
    void callsOfOneTurnAreMadeInTheirOrder() throws Exception {
        inALoop(loop -> {
            for (int number = 0; number < 200; number++) {
                loop.callSoon(note("" + number));
            }
            sleep(ZERO);
        });
        assertThat(order).hasSize(200);
        assertThat(order.stream().map(Integer::valueOf)).isSorted();
    }

    @Test
    void callMadeInACallbackWaitsForTheNextTurn() throws Exception {
        inALoop(loop -> {
            loop.callSoon(() -> {
                order.add("a");
                loop.callSoon(note("c"));
            });
            loop.callSoon(note("b"));
            sleep(ZERO);
            assertThat(order).containsExactly("a", "b");
            sleep(ZERO);
            assertThat(order).containsExactly("a", "b", "c");
        });
    }

    @Test
    void calledOffItIsNotCalled() throws Exception {
        inALoop(loop -> {
            Handle handle = loop.callSoon(note("called"));
            handle.cancel();
            handle.cancel();
            sleep(ZERO);
            assertThat(handle.cancelled()).isTrue();
            assertThat(order).isEmpty();
        });
    }

    @Test
    void calledOffByAnEarlierCallOfItsTurnItIsNotCalled() throws Exception {
        inALoop(loop -> {
            Handle[] later = new Handle[1];
            loop.callSoon(() -> later[0].cancel());
            later[0] = loop.callSoon(note("called"));
            sleep(ZERO);
            assertThat(order).isEmpty();
        });
    }

    @Test
    void callingOffWhatWasCalledDoesNothing() throws Exception {
        inALoop(loop -> {
            Handle handle = loop.callSoon(note("called"));
            sleep(ZERO);
            handle.cancel();
            sleep(ZERO);
            assertThat(order).containsExactly("called");
        });
    }

    @Test
    void timersAreCalledByDeadline() throws Exception {
        inALoop(loop -> {
            loop.callLater(ofSeconds(3), note("third"));
            loop.callLater(ofSeconds(1), note("first"));
            loop.callLater(ofSeconds(2), note("second"));
            sleep(ofSeconds(4));
        });
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void timersOfOneDeadlineAreCalledInTheOrderOfTheirCreation() throws Exception {
        inALoop(loop -> {
            long when = loop.time() + 1_000_000;
            for (int number = 0; number < 500; number++) {
                loop.callAt(when, note("" + number));
            }
            sleep(ofSeconds(1));
        });
        assertThat(order).hasSize(500);
        assertThat(order.stream().map(Integer::valueOf)).isSorted();
    }

    @Test
    void timerIsCalledNeitherEarlyNorLate() throws Exception {
        List<Long> times = new ArrayList<>();
        inALoop(loop -> {
            TimerHandle timer = loop.callLater(ofMillis(1500), () -> times.add(loop.time()));
            assertThat(timer.when()).isEqualTo(1_500_000_000L);
            sleep(ofSeconds(2));
        });
        assertThat(times).containsExactly(1_500_000_000L);
    }

    @Test
    void delayOfNothingOrLessMeansTheNextTurn() throws Exception {
        inALoop(loop -> {
            loop.callLater(ZERO, note("zero"));
            loop.callLater(ofSeconds(-1), note("negative"));
            loop.callAt(loop.time() - 1, note("past"));
            sleep(ZERO);
            sleep(ZERO);
            assertThat(order).containsExactlyInAnyOrder("negative", "past", "zero");
        });
    }

    @Test
    void whatIsReadyComesBeforeTimersOfTheSameTurn() throws Exception {
        inALoop(loop -> {
            loop.callLater(ZERO, note("timer"));
            loop.callSoon(note("soon"));
            sleep(ZERO);
            sleep(ZERO);
        });
        assertThat(order).containsExactly("soon", "timer");
    }

    @Test
    void timerCalledOffIsNotCalledAndDoesNotHoldTheClock() throws Exception {
        EventLoop loop = new EventLoop();
        loop.callLater(ofSeconds(1), note("called")).cancel();
        loop.callLater(ofSeconds(2), loop::stop);
        loop.runForever();
        assertThat(order).isEmpty();
        assertThat(loop.time()).isEqualTo(2_000_000_000L);
        loop.close();
    }

    @Test
    void timerCalledOffBetweenDeadlineAndCallIsNotCalled() throws Exception {
        inALoop(loop -> {
            TimerHandle[] second = new TimerHandle[1];
            loop.callLater(ofSeconds(1), () -> second[0].cancel());
            second[0] = loop.callLater(ofSeconds(1), note("called"));
            sleep(ofSeconds(2));
        });
        assertThat(order).isEmpty();
    }

    @Test
    void whatACalledOffCallbackHeldIsLetGoAtOnce() throws Exception {
        inALoop(loop -> {
            Object held = new Object();
            WeakReference<Object> reference = new WeakReference<>(held);
            TimerHandle timer = callLaterWith(loop, held);
            held = null;
            timer.cancel();
            while (reference.get() != null) {
                System.gc();
            }
            assertThat(timer.cancelled()).isTrue();
        });
    }

    private static TimerHandle callLaterWith(EventLoop loop, Object held) {
        return loop.callLater(ofSeconds(3600), () -> use(held));
    }

    private static void use(Object held) {
        throw new AssertionError("called off, and called: " + held);
    }

    @Test
    void thousandsOfTimersSomeCalledOffAreCalledByDeadlineAndThenByCreation() throws Exception {
        record Due(long when, int number) {}

        List<Due> expected = new ArrayList<>();
        List<Due> called = new ArrayList<>();
        Random random = new Random(1);
        inALoop(loop -> {
            List<TimerHandle> calledOff = new ArrayList<>();
            for (int number = 0; number < 5_000; number++) {
                Due due = new Due(loop.time() + random.nextInt(1_000), number);
                TimerHandle timer = loop.callAt(due.when(), () -> called.add(due));
                if (random.nextInt(4) == 0) {
                    calledOff.add(timer);
                } else {
                    expected.add(due);
                }
            }
            calledOff.forEach(TimerHandle::cancel);
            sleep(ofSeconds(1));
        });
        expected.sort(Comparator.comparingLong(Due::when).thenComparingInt(Due::number));
        assertThat(called).isEqualTo(expected);
    }

    @Test
    void manyTimersCalledOffAreSweptLongBeforeTheirDeadline() throws Exception {
        inALoop(loop -> {
            List<WeakReference<TimerHandle>> timers = new ArrayList<>();
            for (int number = 0; number < 10_000; number++) {
                TimerHandle timer = loop.callLater(ofSeconds(3600), () -> {});
                timers.add(new WeakReference<>(timer));
                timer.cancel();
            }
            // the loop looks at its timers when it has nothing else to do
            sleep(ofSeconds(1));
            sleep(ofSeconds(1));
            while (timers.stream().filter(timer -> timer.get() != null).count() > 200) {
                System.gc();
            }
            assertThat(loop.time()).isEqualTo(2_000_000_000L);
        });
    }

    @Test
    void callbackRunsInACopyOfItsCreatorsContext() throws Exception {
        inALoop(loop -> {
            USER.set("ada");
            loop.callSoon(() -> {
                order.add(USER.get());
                USER.set("grace");
            });
            USER.set("edsger");
            sleep(ZERO);
            order.add(USER.get());
        });
        assertThat(order).containsExactly("ada", "edsger");
    }

    @Test
    void callbackRunsInTheContextGiven() throws Exception {
        inALoop(loop -> {
            Context context = Context.copyContext();
            Handle handle = loop.callSoon(() -> USER.set("set in the context given"), context);
            sleep(ZERO);
            assertThat(handle.getContext()).isSameAs(context);
            assertThat(context.get(USER)).isEqualTo("set in the context given");
            assertThat(USER.get()).isEqualTo("nobody");
        });
    }

    @Test
    void nullAndDelaysBeyondReasonAreRefused() throws Exception {
        inALoop(loop -> {
            assertThatNullPointerException().isThrownBy(() -> loop.callSoon(null));
            assertThatNullPointerException().isThrownBy(() -> loop.callSoonThreadsafe(null));
            assertThatNullPointerException().isThrownBy(() -> loop.callAt(0, null));
            assertThatNullPointerException().isThrownBy(() -> loop.callLater(null, () -> {}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), () -> {}));
        });
    }

    @Test
    void handlesSayWhatTheyAreInTheirText() throws Exception {
        inALoop(loop -> {
            Handle soon = loop.callSoon(() -> {});
            TimerHandle later = loop.callLater(ofSeconds(1), () -> {});
            assertThat(soon.toString()).startsWith("<Handle ").doesNotContain("cancelled");
            assertThat(later.toString()).startsWith("<TimerHandle ").contains("when=");
            soon.cancel();
            later.cancel();
            assertThat(soon).hasToString("<Handle cancelled>");
            assertThat(later.toString()).startsWith("<TimerHandle cancelled").contains("when=");
        });
    }

    @Test
    void timersOfTheProgramAreListedByDeadline() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            TimerHandle late = loop.callLater(ofDays(2), () -> {});
            TimerHandle early = loop.callLater(ofDays(1), () -> {});
            loop.callLater(ofDays(1), () -> {}).cancel();
            createTask(() -> sleep(ofDays(1)));
            sleep(ZERO);
            assertThat(loop.getTimers()).containsExactly(early, late);
        });
    }
}
