package io.asyncio4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that runs twice: once for each {@link Mode}, which is handed to it as a parameter.
 *
 * <pre>{@code
 * @LazyAndEager
 * @VirtualTime
 * void aTaskEnds(Mode mode) throws Exception {
 *     mode.run(() -> Asyncio.createTask(() -> 7).await());
 * }
 * }</pre>
 *
 * <p>It takes the place of {@code @Test}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(LazyAndEagerExtension.class)
public @interface LazyAndEager {}
