package io.asyncio4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that is a coroutine: it runs as the main task of a fresh loop, once with lazy and once with eager tasks.
 *
 * <pre>{@code
 * @AsyncioTest
 * void sleepingTakesNoTime(VirtualClock clock) throws Exception {
 *     Asyncio.sleep(Duration.ofHours(1));
 *     assertEquals(Duration.ofHours(1), clock.elapsed());
 * }
 * }</pre>
 *
 * <p>It takes the place of {@code @Test}; as there, the method returns nothing, and may throw anything. The loop is on a {@link VirtualClock} and in debug mode; a loop that would wait
 * without end fails with {@link DeadlockException}; what the test leaves behind makes it fail, see {@link LeakCheck}, and so
 * does whatever reaches the loop's exception handler, unless the test sets one of its own. A failure comes out as it is, the
 * very object, with what else was found as suppressed exceptions.
 *
 * <p><b>Parameters</b> may be of the types {@link io.asyncio4j.EventLoop}, {@link VirtualClock}, {@link Mode},
 * {@link TestRun} and {@link Invariants}, in {@code @BeforeEach} and {@code @AfterEach} methods too. These methods are plain
 * ones: they run before the loop runs and after it is closed, on JUnit's thread.
 *
 * <p><b>With other templates</b>, {@code @ParameterizedTest} or {@code @RepeatedTest} beside it, each of their invocations
 * is such a run, in one mode: lazy unless {@link #mode} says otherwise.
 *
 * <p><b>JUnit's {@code @Timeout}</b> is by the wall clock. Its interrupt cancels the test; a test that blocks its thread and
 * so cannot be cancelled is interrupted a second later itself.
 *
 * <p>Settings for many tests are shared by an annotation of one's own that bears this one:
 *
 * <pre>{@code
 * @AsyncioTest(time = AsyncioTest.Time.REAL)
 * @Retention(RetentionPolicy.RUNTIME)
 * @interface NetworkTest {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(AsyncioTestExtension.class)
public @interface AsyncioTest {

    /** What clock a test's loop has. */
    enum Time {
        /** A {@link VirtualClock}: it jumps to the next deadline when nothing is ready. */
        VIRTUAL,
        /** The machine's clock. */
        REAL
    }

    /**
     * How the loop starts its tasks.
     *
     * @return one invocation for each; by default both, or lazy alone beside another template
     */
    Mode[] mode() default {};

    /**
     * What clock the loop has.
     *
     * @return virtual by default
     */
    Time time() default Time.VIRTUAL;

    /**
     * Whether a loop on virtual time that would wait without end fails with {@link DeadlockException}. A test turns it off
     * that waits for threads of its own which do not {@linkplain VirtualClock#hold() hold} the clock.
     *
     * @return on by default
     */
    boolean detectDeadlock() default true;

    /**
     * Whether what the test leaves behind makes it fail, see {@link LeakCheck}. If not, tasks that are left are cancelled
     * and work in threads is waited for, as {@code Asyncio.run} does.
     *
     * @return on by default
     */
    boolean leakCheck() default true;

    /**
     * Whether the loop is in debug mode, in which tasks and timers know where they were made.
     *
     * @return on by default
     */
    boolean debug() default true;
}
