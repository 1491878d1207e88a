/**
 * One small program for each thing the documentation promises; every one can be copied and run as it is.
 *
 * <p>Begin with {@code HelloWorld}, {@code SayAfter} and {@code CancelMe}. The programs know nothing of virtual time: it
 * comes from outside, by {@code ExamplesCommand}, which runs them by name, or by the tests. {@code Examples} lists them.
 */
@NullMarked
package io.asyncio4j.examples;

import org.jspecify.annotations.NullMarked;
