package io.asyncio4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a JUnit test, or all tests of a class, on virtual time.
 *
 * <p>Every loop that the test, or a {@code @BeforeEach} or {@code @AfterEach} method beside it, opens in its own thread
 * gets a {@link VirtualClock} of its own: those of {@code Asyncio.run}, {@code new Runner()} and
 * {@code new EventLoop()}. A loop made with a poller of its own keeps that.
 *
 * <pre>{@code
 * @Test
 * @VirtualTime
 * void aDayPassesAtOnce() throws Exception {
 *     Asyncio.run(() -> Asyncio.sleep(Duration.ofDays(1)));
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(VirtualTimeExtension.class)
public @interface VirtualTime {

    /**
     * Whether a loop that waits for nothing that can ever happen fails with {@link DeadlockException}. Off by default,
     * because a test with other threads may wait for those.
     *
     * @return true to detect deadlocks
     */
    boolean detectDeadlock() default false;
}
