package io.asyncio4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that is a coroutine and is cancelled once at each of its awaits, see {@link CancellationSweep}.
 *
 * <pre>{@code
 * @CancelEverywhere
 * void lockIsGivenBack(Invariants invariants) throws Exception {
 *     Lock lock = new Lock();
 *     invariants.add("the lock is free", () -> assertFalse(lock.locked()));
 *     lock.with(() -> sleep(ofSeconds(1)));
 * }
 * }</pre>
 *
 * <p>It takes the place of {@code @Test}. Parameters, modes and what JUnit does around a test are as for {@link Explore}:
 * in particular, what a run works on is to be made in the method, not in fields. When the method is cancelled, what it
 * asserts behind the await is not reached; what must hold in any case belongs into {@link Invariants}.
 *
 * <p>What was seen in all runs, the {@link SweepResult}, is published as an entry of JUnit's report.
 *
 * <p>With the system property {@value CancellationSweep#AT} only the run with that cancellation takes place.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(CancelEverywhereExtension.class)
public @interface CancelEverywhere {

    /**
     * Which task is cancelled.
     *
     * @return its name; empty for the main task
     */
    String task() default "";

    /**
     * From how many awaits on the test fails because it does not seem to end.
     *
     * @return at least 1
     */
    int atMost() default 10_000;

    /**
     * How tasks are started: one test for each.
     *
     * @return the modes
     */
    Mode[] mode() default {Mode.LAZY, Mode.EAGER};

    /**
     * Whether a run fails that waits for something that can never happen.
     *
     * @return true if so
     */
    boolean detectDeadlock() default true;

    /**
     * Whether a run fails that leaves something behind, see {@link LeakCheck#exceptThreads()}.
     *
     * @return true if so
     */
    boolean leakCheck() default true;
}
