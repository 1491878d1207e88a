package io.asyncio4j.behaviours.search.workers;

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
import java.util.function.Supplier;

/**
 * Shows that a search finds what is broken in a twin, by the invariant of that name. A plain run, in asyncio's order and
 * without a cancellation, does not find it.
 */
public final class Twins {

    private static final int EXPLORATIONS = 20;

    private Twins() {}

    /** It shows in another order of steps. */
    public static void assertFoundInAnotherOrder(String invariant, Mode mode, TestBody scenario) throws Exception {
        assertPlainRunPasses(mode, scenario);
        assertFound(invariant, () -> Exploration.of(scenario).mode(mode));
    }

    /** One defect can break several invariants, and an exploration ends with the first; others may find another one. */
    private static void assertFound(String invariant, Supplier<Exploration> explorations) {
        Set<String> found = new LinkedHashSet<>();
        for (int seed = 1; seed <= EXPLORATIONS; seed++) {
            Throwable failure = catchThrowable(explorations.get().seed(seed)::run);
            assertThat(failure).as("nothing found with seed %d", seed).isNotNull();
            String message = failure.getMessage();
            if (message.contains("«" + invariant + "»")) {
                return;
            }
            found.add(message);
        }
        fail("the invariant «" + invariant + "» holds, but others do not: " + found);
    }

    /** It shows in asyncio's order when a worker is cancelled at one of its awaits. */
    public static void assertFoundByCancelling(String invariant, Mode mode, TestBody scenario) throws Exception {
        assertPlainRunPasses(mode, scenario);
        assertThatThrownBy(() -> CancellationSweep.of(scenario)
                        .mode(mode)
                        .task(Workers.NAME)
                        .run())
                .hasMessageContaining("«" + invariant + "»");
    }

    /** The twin without its defects is sound: what is found in it is the defect. */
    public static void assertSound(Mode mode, TestBody scenario) throws Exception {
        assertSoundInAnyOrder(mode, scenario);
        Exploration.of(scenario)
                .mode(mode)
                .runs(300)
                .withCancellation(Workers.NAME)
                .run();
        CancellationSweep.of(scenario).mode(mode).task(Workers.NAME).run();
    }

    /** The same for a scenario in which nobody can be cancelled. */
    public static void assertSoundInAnyOrder(Mode mode, TestBody scenario) throws Exception {
        Exploration.of(scenario).mode(mode).runs(300).run();
    }

    private static void assertPlainRunPasses(Mode mode, TestBody scenario) throws Exception {
        Exploration.of(scenario).mode(mode).runs(1).run();
    }
}
