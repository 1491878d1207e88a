/**
 * Runs scenarios and compares their traces with recorded ones.
 *
 * <p>A {@link io.asyncio4j.conformance.ScenarioFile} holds {@link io.asyncio4j.conformance.Scenario}s: programs with
 * the traces that CPython recorded. {@link io.asyncio4j.conformance.ScenarioRunner} runs one of them and gives a
 * {@link io.asyncio4j.conformance.Verdict}; {@link io.asyncio4j.conformance.ConformanceCommand} does so for whole
 * files. What the programs mean is the matter of the package {@code interpreter}, which knows nothing of this one.
 */
@NullMarked
package io.asyncio4j.conformance;

import org.jspecify.annotations.NullMarked;
