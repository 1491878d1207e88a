/** Shielded sections: what a cancellation does to them, when it is delivered, and how timeouts and groups meet them. */
package io.asyncio4j.behaviours.shields;
