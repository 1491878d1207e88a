/**
 * Searches for timeouts that take the cancellation of others for their own, leave a request behind or hold a block beyond
 * its time: deadline, end of the block and cancellation from outside meet at the same instant.
 */
package io.asyncio4j.behaviours.search.timeouts;
