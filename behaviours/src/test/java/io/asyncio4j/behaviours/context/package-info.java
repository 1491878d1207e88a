/** What Python's {@code contextvars} promise, and how tasks, callbacks and threads come by their contexts. */
package io.asyncio4j.behaviours.context;
