package io.asyncio4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Coroutines of which one gives the result: {@code race} and {@code firstCompleted}. Loop thread only. */
final class Race<T extends @Nullable Object> {
    // Fixed. Whether a failure ends the race as a result does.
    private final boolean anyEndCounts;

    private final Decision decision;
    private final List<Task<T>> entrants = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private @Nullable Task<T> winner;

    private Race(String caller, boolean anyEndCounts) {
        this.anyEndCounts = anyEndCounts;
        this.decision = new Decision(caller);
    }

    static <T extends @Nullable Object> T firstResult(Collection<? extends Coroutine<? extends T>> coroutines)
            throws Exception {
        return run("race()", false, coroutines);
    }

    static <T extends @Nullable Object> T firstEnd(Collection<? extends Coroutine<? extends T>> coroutines)
            throws Exception {
        return run("firstCompleted()", true, coroutines);
    }

    private static <T extends @Nullable Object> T run(
            String caller, boolean anyEndCounts, Collection<? extends Coroutine<? extends T>> coroutines)
            throws Exception {
        List<Coroutine<? extends T>> given = new ArrayList<>(coroutines);
        for (Coroutine<? extends T> coroutine : given) {
            Objects.requireNonNull(coroutine, "null was given among the coroutines of " + caller);
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException(caller + " needs at least one coroutine: nobody can win without");
        }
        return new Race<T>(caller, anyEndCounts).run(given);
    }

    private T run(List<Coroutine<? extends T>> coroutines) throws Exception {
        try {
            decision.run(() -> start(coroutines));
        } catch (CancelledError error) {
            for (Throwable failure : failures) {
                error.addSuppressed(failure);
            }
            throw error;
        }
        Task<T> first = winner;
        return first != null ? first.result() : throwAll();
    }

    @SuppressWarnings("unchecked") // a coroutine of a subtype of T only ever gives T
    private boolean start(List<Coroutine<? extends T>> coroutines) {
        for (Coroutine<? extends T> coroutine : coroutines) {
            if (decision.isMade()) {
                // by an eager first step: the others need not begin
                return false;
            }
            entrants.add(decision.start((Coroutine<T>) coroutine, this::ended));
        }
        return true;
    }

    private void ended(Task<T> entrant) {
        Throwable failure = Decision.failureOf(entrant);
        if (failure == null) {
            winner = entrant;
            decision.end();
        } else if (anyEndCounts) {
            decision.fail(failure);
        } else {
            failures.add(failure);
        }
    }

    private T throwAll() throws Exception {
        List<Throwable> inOrder = new ArrayList<>();
        for (Task<T> entrant : entrants) {
            inOrder.add(Objects.requireNonNull(Decision.failureOf(entrant)));
        }
        Throwable group = ThrowableGroup.of("all coroutines of race() have failed", inOrder);
        if (group instanceof Exception exception) {
            throw exception;
        }
        throw (Error) group;
    }
}
