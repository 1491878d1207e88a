/** Tests: of the interpreter itself, of the recorded scenarios, and of fresh ones against a CPython on this machine. */
@NullMarked
package io.asyncio4j.conformance;

import org.jspecify.annotations.NullMarked;
