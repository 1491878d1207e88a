/**
 * What every program of a comparison speaks, whoever's it is: {@link io.asyncio4j.neighbours.rounds.Rounds} runs a
 * {@link io.asyncio4j.neighbours.rounds.Program} round by round in a JVM of its own, and what a round measured goes out as a
 * line that is a {@link io.asyncio4j.neighbours.rounds.Sample}.
 */
@NullMarked
package io.asyncio4j.neighbours.rounds;

import org.jspecify.annotations.NullMarked;
