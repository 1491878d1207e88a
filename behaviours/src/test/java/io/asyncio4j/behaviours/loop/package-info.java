/** The event loop itself: its runs, its callbacks and timers, its poller, what leaves it, and its end. */
package io.asyncio4j.behaviours.loop;
