package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ExplorationTest {

    private static final Pattern REPLAY = Pattern.compile("replay: -Dasyncio4j\\.explore\\.seed=(\\S+);");

    private static ScheduleSeed seedIn(Throwable failure) {
        for (Throwable note : failure.getSuppressed()) {
            Matcher matcher = REPLAY.matcher(note.getMessage());
            if (matcher.find()) {
                return ScheduleSeed.parse(matcher.group(1));
            }
        }
        throw new AssertionError("no seed in the notes", failure);
    }

    /** Three tasks of three steps, in the order in which they come. */
    private static void threeTasks(List<String> trace) throws Exception {
        taskGroup(tg -> {
            for (String name : List.of("a", "b", "c")) {
                tg.createTask(
                        () -> {
                            for (int step = 0; step < 3; step++) {
                                trace.add(name + step);
                                sleep(Duration.ZERO);
                            }
                        },
                        name);
            }
        });
    }

    private static List<List<String>> tracesOf(long seed) throws Exception {
        List<List<String>> traces = new ArrayList<>();
        Exploration.of(() -> {
                    List<String> trace = new ArrayList<>();
                    traces.add(trace);
                    threeTasks(trace);
                })
                .runs(50)
                .seed(seed)
                .run();
        return traces;
    }

    // ---- what it finds

    @ParameterizedTest
    @EnumSource
    void checkThenActIsFound(Mode mode) {
        assertThatThrownBy(() ->
                        Exploration.of(PlantedBugs::checkThenAct).mode(mode).run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2");
    }

    @ParameterizedTest
    @EnumSource
    void actWithoutCheckPasses(Mode mode) throws Exception {
        Exploration.of(PlantedBugs::act).mode(mode).run();
    }

    @ParameterizedTest
    @EnumSource
    void lostWakeupIsFoundAsADeadlock(Mode mode) {
        assertThatThrownBy(
                        () -> Exploration.of(PlantedBugs::lostWakeup).mode(mode).run())
                .isInstanceOf(DeadlockException.class);
    }

    @ParameterizedTest
    @EnumSource
    void wakeupThatIsNotLostPasses(Mode mode) throws Exception {
        Exploration.of(PlantedBugs::wakeup).mode(mode).run();
    }

    @Test
    void plantedBugsPassInAsynciosOrder() throws Exception {
        Exploration.of(PlantedBugs::checkThenAct).runs(1).run();
        Exploration.of(PlantedBugs::lostWakeup).runs(1).run();
        Exploration.of(run -> PlantedBugs.waitForALock(run, true)).runs(1).run();
    }

    @ParameterizedTest
    @EnumSource
    void lockKeptAtTheLastMomentIsFoundWithCancellation(Mode mode) {
        assertThatThrownBy(() -> Exploration.of(run -> PlantedBugs.waitForALock(run, true))
                        .mode(mode)
                        .withCancellation()
                        .run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the main task was cancelled, but")
                .hasMessageContaining("«the lock is free»");
    }

    @ParameterizedTest
    @EnumSource
    void lockGivenBackPassesWithCancellation(Mode mode) throws Exception {
        Exploration.of(run -> PlantedBugs.waitForALock(run, false))
                .mode(mode)
                .withCancellation()
                .run();
    }

    @Test
    void taskByNameIsCancelled() throws Exception {
        Set<Boolean> outcomes = new HashSet<>();
        Exploration.of(() -> {
                    Task<?> worker = createTask(() -> sleep(Duration.ofSeconds(1)), "worker");
                    Asyncio.wait(List.of(worker));
                    outcomes.add(worker.cancelled());
                })
                .runs(50)
                .withCancellation("worker")
                .run();
        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void cancellationWhereNobodyEverWaitsIsRefused() {
        assertThatThrownBy(() -> Exploration.of(() -> {}).withCancellation().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing to cancel");
    }

    @Test
    void cancellationThatNobodyAskedForIsAFailure() {
        assertThatThrownBy(() -> Exploration.of(() -> {
                            Asyncio.currentTask().cancel("mine");
                            sleep(Duration.ZERO);
                        })
                        .run())
                .isInstanceOf(CancelledError.class)
                .hasMessage("mine");
    }

    // ---- which orders

    @Test
    void runZeroIsInAsynciosOrder() throws Exception {
        assertThat(tracesOf(1).getFirst()).containsExactly("a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "c2");
    }

    @Test
    void sameSeedTakesTheSameSteps() throws Exception {
        assertThat(tracesOf(7)).isEqualTo(tracesOf(7));
    }

    @Test
    void anotherSeedTakesOtherSteps() throws Exception {
        assertThat(tracesOf(7)).isNotEqualTo(tracesOf(8));
    }

    @Test
    void ordersOfTasksDiffer() throws Exception {
        List<List<String>> traces = tracesOf(7);
        assertThat(new HashSet<>(traces)).hasSizeGreaterThan(30);
        assertThat(traces).anySatisfy(trace -> assertThat(trace).startsWith("c0", "c1", "c2"));
    }

    @Test
    void resultCountsTheDistinctSchedules() throws Exception {
        ExplorationResult result = Exploration.of(() -> threeTasks(new ArrayList<>()))
                .runs(50)
                .seed(7)
                .run();
        assertThat(result.runs()).isEqualTo(50);
        assertThat(result.schedules()).isBetween(30, 50);
        assertThat(result.seed()).isEqualTo(7);
    }

    @Test
    void nothingToExploreShowsInTheResult() throws Exception {
        ExplorationResult result =
                Exploration.of(() -> sleep(Duration.ofDays(1))).runs(20).run();
        assertThat(result.schedules()).isEqualTo(1);
        assertThat(result.choices()).isZero();
    }

    @Test
    void taskThatWaitsInALoopDoesNotKeepOthersFromRunning() throws Exception {
        Exploration.of(() -> {
                    boolean[] done = {false};
                    Task<?> waiting = createTask(() -> {
                        while (!done[0]) {
                            sleep(Duration.ZERO);
                        }
                    });
                    createTask(() -> {
                                sleep(Duration.ZERO);
                                done[0] = true;
                            })
                            .await();
                    waiting.await();
                })
                .runs(200)
                .run();
    }

    @Test
    void workInThreadsIsWaitedFor() throws Exception {
        Exploration.of(() -> {
                    Task<String> first = createTask(() -> Asyncio.toThread(() -> "first"));
                    Task<String> second = createTask(() -> Asyncio.toThread(() -> "second"));
                    assertThat(first.await() + second.await()).isEqualTo("firstsecond");
                })
                .runs(50)
                .run();
    }

    @Test
    void seedOfAnExplorationComesFromItsCaller() throws Exception {
        assertThat(Exploration.of(() -> {}).runs(1).run().seed())
                .isEqualTo(ScheduleSeed.ofName(
                        ExplorationTest.class.getName() + "#seedOfAnExplorationComesFromItsCaller"));
    }

    // ---- failures and their replay

    @Test
    void failureIsTheExceptionOfTheBodyWithANote() {
        Throwable failure =
                catchThrowable(() -> Exploration.of(PlantedBugs::checkThenAct).run());
        assertThat(failure.getSuppressed())
                .anySatisfy(note -> assertThat(note)
                        .hasMessageMatching(
                                "run \\d+ of 1000 \\((random walk|random priorities).*replay: .*last steps: .*"));
    }

    @Test
    void noteNamesTheCancelledAwait() {
        Throwable failure = catchThrowable(() -> Exploration.of(run -> PlantedBugs.waitForALock(run, true))
                .withCancellation()
                .run());
        assertThat(failure.getSuppressed())
                .anySatisfy(place -> assertThat(place)
                        .hasMessageContaining("cancelled here, at its await")
                        .satisfies(at -> assertThat(at.getStackTrace()[0].getClassName())
                                .startsWith(PlantedBugs.class.getName())));
    }

    @Test
    void replayTakesTheSameSteps() {
        List<List<String>> traces = new ArrayList<>();
        Exploration exploration = Exploration.of(() -> {
            List<String> trace = new ArrayList<>();
            traces.add(trace);
            threeTasks(trace);
            assertThat(trace).doesNotContainSubsequence("c2", "a0", "b1");
        });
        Throwable failure = catchThrowable(exploration::run);
        List<String> failed = traces.getLast();
        Throwable again = catchThrowable(() -> exploration.replay(seedIn(failure)));
        assertThat(again).isInstanceOf(AssertionError.class);
        assertThat(traces.getLast()).isEqualTo(failed);
        assertThat(seedIn(again)).isEqualTo(seedIn(failure));
    }

    @Test
    void replayCancelsAtTheSamePlace() {
        List<List<String>> traces = new ArrayList<>();
        Exploration exploration = Exploration.of(() -> {
                    List<String> trace = new ArrayList<>();
                    traces.add(trace);
                    try {
                        threeTasks(trace);
                    } finally {
                        trace.add("end");
                        assertThat(trace).doesNotContainSubsequence("c1", "end").hasSizeGreaterThan(9);
                    }
                })
                .withCancellation();
        Throwable failure = catchThrowable(exploration::run);
        List<String> failed = traces.getLast();
        Throwable again = catchThrowable(() -> exploration.replay(seedIn(failure)));
        assertThat(again).isInstanceOf(AssertionError.class);
        assertThat(traces.getLast()).isEqualTo(failed);
    }

    @Test
    void seedSurvivesItsText() {
        ScheduleSeed seed = new ScheduleSeed(Mode.EAGER, -5, 12, 3);
        assertThat(ScheduleSeed.parse(seed.toString())).isEqualTo(seed);
    }

    @Test
    void seedThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ScheduleSeed.parse("17"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asyncio4j.explore.seed");
    }

    @Test
    void interruptCancelsTheRunAndNoOtherIsBegun() {
        Thread caller = Thread.currentThread();
        int[] runs = {0};
        assertThatThrownBy(() -> Exploration.of(() -> {
                            runs[0]++;
                            caller.interrupt();
                            try {
                                getRunningLoop().createFuture().await();
                            } catch (CancelledError swallowed) {
                                Asyncio.currentTask().uncancel();
                            }
                        })
                        .settings(RunSettings.standard().detectingDeadlock(false))
                        .run())
                .isInstanceOf(InterruptedException.class)
                .hasMessageContaining("1 of 1000");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void taskLeftBehindIsFound() {
        assertThatThrownBy(() -> Exploration.of(() -> {
                            createTask(() -> sleep(Duration.ofDays(1)), "forgotten");
                            sleep(Duration.ZERO);
                        })
                        .run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("still pending")
                .hasMessageContaining("forgotten");
    }
}
