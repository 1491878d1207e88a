package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@VirtualTime(detectDeadlock = true)
class SequencerTest {
    private final Sequencer sequence = new Sequencer();
    private final List<Integer> order = new ArrayList<>();

    private void take(int number) {
        sequence.step(number);
        order.add(number);
    }

    @LazyAndEager
    void stepsAreTakenInTheOrderOfTheirNumbers(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            group.createTask(() -> {
                take(5);
            });
            group.createTask(() -> {
                take(0);
                take(4);
            });
            group.createTask(() -> {
                take(2);
                take(3);
            });
            group.createTask(() -> {
                take(1);
            });
        }));
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @LazyAndEager
    void stepWhoseTurnItIsDoesNotWait(Mode mode) throws Exception {
        mode.run(() -> {
            createTask(() -> order.add(99));
            int before = order.size();
            take(0);
            take(1);
            assertThat(order.subList(before, order.size())).containsExactly(0, 1);
            sleep(ZERO);
        });
    }

    @LazyAndEager
    void bodyEndsBeforeTheNextStep(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            group.createTask(() -> {
                take(1);
            });
            group.createTask(() -> {
                int result = sequence.step(0, () -> {
                    sleep(ofSeconds(1));
                    order.add(0);
                    return 7;
                });
                assertThat(result).isEqualTo(7);
            });
        }));
        assertThat(order).containsExactly(0, 1);
    }

    @LazyAndEager
    void stepWhoseBodyFailedCountsAsTaken(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> sequence.step(0, () -> {
                        throw new IllegalStateException("boom");
                    }))
                    .hasMessage("boom");
            take(1);
        });
        assertThat(order).containsExactly(1);
    }

    @LazyAndEager
    void stepIsTakenOnce(Mode mode) throws Exception {
        mode.run(() -> {
            take(0);
            assertThatThrownBy(() -> take(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("step 0 has been taken already, and the next one is 1");
        });
    }

    @LazyAndEager
    void stepIsWaitedForByOneTask(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> first = createTask(() -> take(1), "first");
            sleep(ZERO);
            assertThatThrownBy(() -> take(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("step 1 is waited for by first already");
            take(0);
            first.await();
        });
    }

    @LazyAndEager
    void stepThatIsUnderWayIsNotTakenAgain(Mode mode) throws Exception {
        mode.run(() -> sequence.step(0, () -> {
            assertThatThrownBy(() -> take(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("step 0 is being taken");
        }));
    }

    @LazyAndEager
    void negativeNumberIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> take(-1)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @LazyAndEager
    void cancelledTaskGivesItsNumberBack(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> cancelled = createTask(() -> take(1));
            Task<?> later = createTask(() -> take(2));
            sleep(ZERO);
            cancelled.cancel();
            assertThatThrownBy(cancelled::await).isInstanceOf(ChildCancelledError.class);
            take(0);
            sleep(ofSeconds(1));
            assertThat(order).containsExactly(0);
            take(1);
            later.await();
        });
        assertThat(order).containsExactly(0, 1, 2);
    }

    @LazyAndEager
    void taskCancelledWhenItsTurnHasComeHasNotTakenTheStep(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> cancelled = createTask(() -> take(1));
            sleep(ZERO);
            take(0);
            cancelled.cancel();
            assertThatThrownBy(cancelled::await).isInstanceOf(ChildCancelledError.class);
            assertThat(sequence).hasToString("<Sequencer next=1>");
            take(1);
        });
        assertThat(order).containsExactly(0, 1);
    }

    @LazyAndEager
    void missingNumberIsADeadlock(Mode mode) {
        assertThatThrownBy(() -> mode.run(() -> {
                    take(1);
                }))
                .isInstanceOf(DeadlockException.class);
    }

    private static Throwable failureOf(Mode mode, VoidCoroutine main) {
        return catchThrowable(() -> RunSettings.standard().in(mode).newRun().run(main));
    }

    @LazyAndEager
    void deadlockTellsOfTheMissingNumber(Mode mode) {
        assertThat(failureOf(mode, () -> {
                            take(0);
                            take(2);
                        })
                        .getSuppressed())
                .anySatisfy(note -> assertThat(note)
                        .hasMessageContaining("step 2 waits for step 1, which nobody has taken")
                        .satisfies(gap -> assertThat(gap.getStackTrace())
                                .extracting(StackTraceElement::getMethodName)
                                .contains("take")));
    }

    @LazyAndEager
    void deadlockTellsOfAStepThatDoesNotEnd(Mode mode) {
        assertThat(failureOf(mode, () -> sequence.step(0, () -> take(1))).getSuppressed())
                .anySatisfy(
                        note -> assertThat(note).hasMessageContaining("step 1 waits for step 0, which has not ended"));
    }

    @LazyAndEager
    void showsWhoWaits(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> take(1), "later");
            sleep(ZERO);
            assertThat(sequence).hasToString("<Sequencer next=0, later waits for 1>");
            take(0);
            task.await();
        });
    }
}
