/**
 * What asyncio's «Task Groups» promise beyond the recorded traces: misuse, kinds of failures, what becomes of
 * cancellations, and how groups are shown.
 */
package io.asyncio4j.behaviours.groups;
