package io.asyncio4j.behaviours.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import io.asyncio4j.testkit.CancellationSweep;
import io.asyncio4j.testkit.Exploration;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import java.util.LinkedHashSet;
import java.util.Set;

/** Shows that a search finds a defect by the invariant that it breaks. */
public final class Defects {

    private static final int EXPLORATIONS = 20;
    private static final int SOUND_RUNS = 300;

    private Defects() {}

    /** The defect shows in another order of steps only. */
    public static void assertExplorationFinds(String invariant, Mode mode, TestBody body) throws Exception {
        assertPlainRunPasses(mode, body);
        assertThatThrownBy(() -> Exploration.of(body).mode(mode).run()).hasMessageContaining("«" + invariant + "»");
    }

    /**
     * The same for a defect that may break several invariants: an exploration ends with the first that it finds broken. Each
     * of up to 20 explorations must find one, and one of them this one.
     */
    public static void assertSomeExplorationFinds(String invariant, Mode mode, TestBody body) throws Exception {
        assertPlainRunPasses(mode, body);
        Set<String> others = new LinkedHashSet<>();
        for (int seed = 1; seed <= EXPLORATIONS; seed++) {
            Throwable failure = catchThrowable(Exploration.of(body).mode(mode).seed(seed)::run);
            assertThat(failure).as("nothing found with seed %d", seed).isNotNull();
            String message = failure.getMessage();
            if (message.contains("«" + invariant + "»")) {
                return;
            }
            others.add(message);
        }
        fail("the invariant «" + invariant + "» holds, but others do not: " + others);
    }

    /** The defect shows in another order of steps and with a cancellation only. */
    public static void assertExplorationWithCancellationFinds(String invariant, Mode mode, TestBody body)
            throws Exception {
        assertPlainRunPasses(mode, body);
        Exploration exploration = Exploration.of(body).mode(mode).withCancellation();
        assertThatThrownBy(exploration::run).hasMessageContaining("«" + invariant + "»");
    }

    /** The defect shows when the main task is cancelled at one of its awaits. */
    public static void assertSweepFinds(String invariant, Mode mode, TestBody body) throws Exception {
        assertPlainRunPasses(mode, body);
        assertThatThrownBy(() -> CancellationSweep.of(body).mode(mode).run())
                .hasMessageContaining("«" + invariant + "»");
    }

    /** The defect shows when a task of this name is cancelled at one of its awaits. */
    public static void assertSweepFinds(String invariant, Mode mode, String task, TestBody body) throws Exception {
        assertPlainRunPasses(mode, body);
        assertThatThrownBy(
                        () -> CancellationSweep.of(body).mode(mode).task(task).run())
                .hasMessageContaining("«" + invariant + "»");
    }

    /** The defect shows in every run: it is the invariant that is tried. */
    public static void assertPlainRunFinds(String invariant, Mode mode, TestBody body) {
        assertThatThrownBy(() -> assertPlainRunPasses(mode, body)).hasMessageContaining("«" + invariant + "»");
    }

    /** The copy without a defect, or with one that neither asyncio's own order nor a run without cancellation shows. */
    public static void assertPlainRunPasses(Mode mode, TestBody body) throws Exception {
        Exploration.of(body).mode(mode).runs(1).run();
    }

    /** Nothing but the defect is wrong with the twin: without it, it passes both searches. */
    public static void assertSound(Mode mode, TestBody body) throws Exception {
        assertSoundInAnyOrder(mode, body);
        Exploration.of(body).mode(mode).runs(SOUND_RUNS).withCancellation().run();
        CancellationSweep.of(body).mode(mode).run();
    }

    /** The same where it is a task of this name that is cancelled, not the main task. */
    public static void assertSound(Mode mode, String task, TestBody body) throws Exception {
        assertSoundInAnyOrder(mode, body);
        Exploration.of(body).mode(mode).runs(SOUND_RUNS).withCancellation(task).run();
        CancellationSweep.of(body).mode(mode).task(task).run();
    }

    /** The same where nobody can be cancelled. */
    public static void assertSoundInAnyOrder(Mode mode, TestBody body) throws Exception {
        Exploration.of(body).mode(mode).runs(SOUND_RUNS).run();
    }
}
