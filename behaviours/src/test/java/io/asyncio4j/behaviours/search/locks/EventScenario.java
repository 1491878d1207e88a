package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.TestRun;
import java.util.LinkedHashSet;
import java.util.Set;

/** Workers wait for an event that is set and soon cleared, and set for good much later. */
final class EventScenario {
    static final String SET_RELEASES_ALL = "a set releases all who waited, even if it is cleared at once";
    static final String NOBODY_PASSES_UNSET = "nobody passes while it is not set";
    static final String NOBODY_STAYS_IN_LINE = "nobody stays in line";

    private final EventLike event;
    private final Set<Integer> waiting = new LinkedHashSet<>();
    private final Set<Integer> left = new LinkedHashSet<>();
    private int sets;
    private int passedUnset;

    private EventScenario(EventLike event) {
        this.event = event;
    }

    static void play(TestRun run, EventLike event) {
        EventScenario scenario = new EventScenario(event);
        run.invariants().add(SET_RELEASES_ALL, () -> assertThat(scenario.left).isEmpty());
        run.invariants()
                .add(NOBODY_PASSES_UNSET, () -> assertThat(scenario.passedUnset).isZero());
        run.invariants()
                .add(NOBODY_STAYS_IN_LINE, () -> assertThat(event.awaited()).isFalse());
        Workers workers = new Workers(run);
        for (int i = 0; i < 3; i++) {
            int number = i;
            workers.start(() -> scenario.pass(number));
        }
        scenario.pulse();
        workers.awaitAll();
    }

    private void pass(int number) {
        pause(number);
        int setsBefore = event.isSet() ? sets - 1 : sets;
        waiting.add(number);
        try {
            event.await();
        } finally {
            waiting.remove(number);
        }
        if (sets == setsBefore) {
            passedUnset++;
        }
    }

    private void pulse() {
        pause(4);
        left.addAll(waiting);
        set();
        pause(1);
        event.clear();
        sleep(ofSeconds(1));
        left.retainAll(waiting);
        set();
    }

    private void set() {
        sets++;
        event.set();
    }
}
