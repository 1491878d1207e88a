/** The time of a loop, as tests of all concerns count it. */
package io.asyncio4j.behaviours.time;
