package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CancellationSweepTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Two awaits; what becomes of each goes into the trace. */
    private static void twoAwaits(List<String> trace) {
        trace.add("begin");
        sleep(SECOND);
        trace.add("between");
        sleep(Duration.ZERO);
        trace.add("end");
    }

    @Test
    void everyAwaitIsCancelledOnceWhileItWaitsAndOnceWhenItsWakeUpIsDue() throws Exception {
        List<String> ends = new ArrayList<>();
        SweepResult result = CancellationSweep.of(() -> {
                    long began = Asyncio.getRunningLoop().time();
                    int awaits = 0;
                    try {
                        sleep(SECOND);
                        awaits++;
                        sleep(SECOND);
                        awaits++;
                    } finally {
                        long took = Asyncio.getRunningLoop().time() - began;
                        ends.add(awaits + " in " + Duration.ofNanos(took).toSeconds());
                    }
                })
                .run();
        assertThat(ends).containsExactly("2 in 2", "0 in 0", "0 in 1", "1 in 1", "1 in 2", "2 in 2");
        assertThat(result).isEqualTo(new SweepResult(2, 6));
    }

    @Test
    void runTellsFromWhenOnItIsCancelled() throws Exception {
        List<String> seen = new ArrayList<>();
        CancellationSweep.of(run -> {
                    String before = run.cancelledBySearch() ? "yes" : "no";
                    try {
                        sleep(SECOND);
                    } finally {
                        seen.add(before + " " + (run.cancelledBySearch() ? "yes" : "no"));
                    }
                })
                .run();
        assertThat(seen).containsExactly("no no", "no yes", "no yes", "no no");
    }

    @ParameterizedTest
    @EnumSource
    void lockKeptAtTheLastMomentIsFound(Mode mode) {
        assertThatThrownBy(() -> CancellationSweep.of(run -> PlantedBugs.waitForALock(run, true))
                        .mode(mode)
                        .run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the main task was cancelled, but")
                .hasMessageContaining("«the lock is free»");
    }

    @ParameterizedTest
    @EnumSource
    void lockGivenBackPasses(Mode mode) throws Exception {
        CancellationSweep.of(run -> PlantedBugs.waitForALock(run, false))
                .mode(mode)
                .run();
    }

    @Test
    void finishingAnywayIsNoFailure() throws Exception {
        SweepResult result = CancellationSweep.of(() -> {
                    try {
                        sleep(SECOND);
                    } catch (CancelledError swallowed) {
                        Asyncio.currentTask().uncancel();
                    }
                })
                .run();
        assertThat(result.awaits()).isEqualTo(1);
    }

    /** The first cancellation is lost in it. */
    private static String tryUntilItSucceeds() {
        for (; ; ) {
            try {
                sleep(SECOND);
                return "ok";
            } catch (Throwable everything) {
                // tries again
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void swallowedCancellationIsAFailure(Mode mode) {
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            String result = tryUntilItSucceeds();
                            assertThat(result).isEqualTo("ok");
                        })
                        .mode(mode)
                        .run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has swallowed its cancellation");
    }

    @Test
    void anotherExceptionIsAFailure() {
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            try {
                                sleep(SECOND);
                            } catch (CancelledError error) {
                                throw new IOException("cannot clean up", error);
                            }
                        })
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessage("cannot clean up");
    }

    @Test
    void failureWithoutACancellationComesOutAsItIs() {
        IOException failure = new IOException("always");
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            sleep(SECOND);
                            throw failure;
                        })
                        .run())
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void failureIsNotedWithItsAwaitAndHowToReplayIt() {
        Throwable failure =
                catchThrowable(() -> CancellationSweep.of(CancellationSweepTest::failWhenCancelledAtTheSecond)
                        .run());
        assertThat(failure.getSuppressed())
                .anySatisfy(note -> assertThat(note)
                        .hasMessageContaining("the main task cancelled at await 2")
                        .hasMessageContaining("-Dasyncio4j.cancel.at=2:waiting:lazy"))
                .anySatisfy(place -> assertThat(place.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .startsWith("failWhenCancelledAtTheSecond"));
    }

    private static void failWhenCancelledAtTheSecond() throws IOException {
        sleep(SECOND);
        try {
            sleep(SECOND);
        } catch (CancelledError error) {
            throw new IOException(error);
        }
    }

    @Test
    void replayDoesThatRunOnly() {
        List<String> trace = new ArrayList<>();
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            trace.add("run");
                            failWhenCancelledAtTheSecond();
                        })
                        .replay(CancelPlace.parse("2:due", Mode.LAZY)))
                .isInstanceOf(IOException.class);
        assertThat(trace).containsExactly("run");
    }

    @Test
    void replayOfAnAwaitThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> CancellationSweep.of(() -> twoAwaits(new ArrayList<>()))
                        .replay(CancelPlace.parse("3:waiting", Mode.LAZY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no await 3");
    }

    @Test
    void namedTaskIsCancelledAtEachOfItsAwaits() throws Exception {
        List<String> traces = new ArrayList<>();
        SweepResult result = CancellationSweep.of(() -> {
                    List<String> trace = new ArrayList<>();
                    Task<?> worker = createTask(() -> twoAwaits(trace), "worker");
                    Asyncio.wait(List.of(worker));
                    traces.add(trace.getLast());
                })
                .task("worker")
                .run();
        assertThat(traces).containsExactly("end", "begin", "begin", "between", "between", "end");
        assertThat(result.awaits()).isEqualTo(2);
    }

    @Test
    void eagerTaskIsCancelledAtItsFirstAwaitToo() throws Exception {
        List<String> traces = new ArrayList<>();
        CancellationSweep.of(() -> {
                    List<String> trace = new ArrayList<>();
                    Task<?> worker = createTask(() -> twoAwaits(trace), "worker");
                    trace.add("created");
                    Asyncio.wait(List.of(worker));
                    traces.add(trace.toString());
                })
                .task("worker")
                .mode(Mode.EAGER)
                .run();
        assertThat(traces.subList(1, 3)).containsOnly("[begin, created]");
    }

    @Test
    void cancelledChildMayCancelMain() throws Exception {
        CancellationSweep.of(() -> {
                    createTask(() -> sleep(SECOND), "worker").await();
                })
                .task("worker")
                .run();
    }

    @Test
    void cancellationThatHasSpreadToAnInnocentTaskIsAFailure() {
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            Task<?> first = createTask(() -> sleep(SECOND), "first");
                            Task<?> second = createTask(() -> sleep(SECOND.multipliedBy(2)), "second");
                            first.addDoneCallback(ended -> {
                                if (ended.cancelled()) {
                                    second.cancel();
                                }
                            });
                            second.await();
                        })
                        .task("first")
                        .run())
                .isInstanceOf(ChildCancelledError.class)
                .satisfies(error -> assertThat(error.getSuppressed())
                        .anySatisfy(note -> assertThat(note)
                                .hasMessageContaining("the cancellation has spread: 'first' was cancelled")));
    }

    @Test
    void cancelledMemberOfAGatheringMayCancelMain() throws Exception {
        SweepResult result = CancellationSweep.of(() -> {
                    Task<?> first = createTask(() -> sleep(SECOND), "first");
                    Task<?> second = createTask(() -> sleep(SECOND), "second");
                    try {
                        gather(first, second).await();
                    } finally {
                        Asyncio.wait(List.of(second));
                    }
                })
                .task("first")
                .run();
        assertThat(result.awaits()).isEqualTo(1);
    }

    @Test
    void cancellationThatNobodyAskedForIsAFailure() {
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            sleep(SECOND);
                            throw new CancelledError("mine");
                        })
                        .run())
                .isInstanceOf(CancelledError.class)
                .hasMessage("mine");
    }

    @Test
    void testThatNeverSuspendsIsRefused() {
        assertThatThrownBy(() -> CancellationSweep.of(() -> {}).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing to cancel: the main task never suspends");
    }

    @Test
    void nameThatNoTaskHasIsRefused() {
        assertThatThrownBy(() ->
                        CancellationSweep.of(() -> sleep(SECOND)).task("nobody").run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'nobody'");
    }

    @Test
    void tooManyAwaitsAreGivenUp() {
        assertThatThrownBy(() -> CancellationSweep.of(() -> {
                            for (int i = 0; i < 10; i++) {
                                sleep(SECOND);
                            }
                        })
                        .atMost(9)
                        .run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("9 awaits");
    }

    @Test
    void asManyAwaitsAsAllowedPass() throws Exception {
        SweepResult result = CancellationSweep.of(() -> twoAwaits(new ArrayList<>()))
                .atMost(2)
                .run();
        assertThat(result.awaits()).isEqualTo(2);
    }

    @Test
    void placeSurvivesItsText() {
        CancelPlace place = new CancelPlace(3, CancelMoment.DUE, Mode.EAGER);
        assertThat(CancelPlace.parse(place.toString(), Mode.LAZY)).isEqualTo(place);
    }

    @Test
    void placeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> CancelPlace.parse("0:waiting", Mode.LAZY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asyncio4j.cancel.at");
    }
}
