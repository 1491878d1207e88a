package io.asyncio4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that is a coroutine and runs under many different orders of the ready steps, see {@link Exploration}.
 *
 * <pre>{@code
 * @Explore(runs = 1000)
 * void nobodyIsLost(Invariants invariants) throws Exception {
 *     Queue<Integer> queue = new Queue<>();
 *     invariants.add("the queue is empty", () -> assertTrue(queue.empty()));
 *     taskGroup(tg -> {
 *         tg.createTask(() -> queue.put(1));
 *         tg.createTask(() -> queue.get());
 *     });
 * }
 * }</pre>
 *
 * <p>It takes the place of {@code @Test}. The method is the main task of each run; it may have parameters of the types
 * {@code EventLoop}, {@link VirtualClock}, {@link Mode}, {@link Invariants} and {@link TestRun}, which are those of the
 * run, and such as other extensions resolve, which are the same in all runs. JUnit sees one test for each mode, and what
 * it does around a test it does once around all its runs: {@code @BeforeEach}, {@code @AfterEach}, timeouts, and a new
 * instance of the test class. So what a run works on is to be made in the method, not in fields,
 * and but for the {@code Mode}, which is that of all runs, methods around the test have no such parameters. Beside another
 * template, {@code @ParameterizedTest} say, it is refused.
 *
 * <p>What was seen in all runs, the {@link ExplorationResult}, is published as an entry of JUnit's report.
 *
 * <p>With the system property {@value Exploration#SEED} only the run of that seed takes place, in its mode.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ExploreExtension.class)
public @interface Explore {

    /**
     * How often to run the method, in each mode.
     *
     * @return at least 1
     */
    int runs() default 1000;

    /**
     * What the orders are made from.
     *
     * @return any number; 0 for one made from the names of the class and the method
     */
    long seed() default 0;

    /**
     * How tasks are started: one test for each.
     *
     * @return the modes
     */
    Mode[] mode() default {Mode.LAZY, Mode.EAGER};

    /**
     * Whether each run is cancelled at a random await, see {@link Exploration#withCancellation()}.
     *
     * @return true if so
     */
    boolean cancel() default false;

    /**
     * Which task is cancelled.
     *
     * @return its name; empty for the main task
     */
    String task() default "";

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
