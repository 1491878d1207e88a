/**
 * Errors and who hears of them: who was cancelled and by whom, failures nobody retrieved, tasks destroyed with their
 * loop.
 */
package io.asyncio4j.behaviours.errors;
