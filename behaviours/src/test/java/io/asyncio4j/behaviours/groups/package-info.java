/**
 * What asyncio's «Task Groups» promise beyond the recorded traces: misuse, kinds of failures, what becomes of
 * cancellations, and how groups are shown; and what they do that asyncio 3.13's do not: they can be left, and supervise.
 */
package io.asyncio4j.behaviours.groups;
