/**
 * Who takes part: this library and its neighbours. Begin at {@link io.asyncio4j.bench.contestants.Contestants}, which finds
 * those that are there. One more language is one more {@code Contestant} and its programs.
 */
@NullMarked
package io.asyncio4j.bench.contestants;

import org.jspecify.annotations.NullMarked;
