package io.asyncio4j.testkit;

import io.asyncio4j.VoidCallable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What must hold at the end of a run, however it went: a lock is free, nothing is lost, a count is back at zero.
 *
 * <p>A test states them where it makes what they are about:
 *
 * <pre>{@code
 * Lock lock = new Lock();
 * invariants.add("the lock is free", () -> assertFalse(lock.locked()));
 * }</pre>
 *
 * <p>They are evaluated on the loop when the main task has ended, as it may, and what tasks it left behind were
 * cancelled and have ended too. All are evaluated, in the order in which they were added; each that fails is reported
 * with its name. Belongs to one run, and to the thread of its loop.
 */
public final class Invariants {

    private final Map<String, VoidCallable> checks = new LinkedHashMap<>();

    Invariants() {}

    /**
     * Adds one. May be called until the main task ends, also where it is being cancelled.
     *
     * @param name what must hold, for the report
     * @param check throws if it does not; must not wait
     * @throws IllegalArgumentException if there is one of this name already
     */
    public void add(String name, VoidCallable check) {
        Objects.requireNonNull(name, "an invariant needs a name");
        Objects.requireNonNull(check, "an invariant needs a check");
        if (checks.putIfAbsent(name, check) != null) {
            throw new IllegalArgumentException("there is an invariant of this name already: " + name);
        }
    }

    boolean isEmpty() {
        return checks.isEmpty();
    }

    void evaluate(TestRun run) {
        checks.forEach((name, check) -> {
            try {
                check.run();
            } catch (Throwable exception) {
                run.found(new AssertionError("the invariant «" + name + "» does not hold: " + exception, exception));
            }
        });
    }
}
