/** Runs every example and checks what it prints: on virtual time to the nanosecond, in real time by order alone. */
@NullMarked
package io.asyncio4j.examples;

import org.jspecify.annotations.NullMarked;
