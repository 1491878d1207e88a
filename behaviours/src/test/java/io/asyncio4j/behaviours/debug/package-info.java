/** Debug mode: how it is switched on, what it refuses, what it keeps, what it reports. */
package io.asyncio4j.behaviours.debug;
