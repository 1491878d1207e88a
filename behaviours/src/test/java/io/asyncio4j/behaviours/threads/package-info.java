/** Where a loop meets other threads: work handed out to them, calls that come in from them, and the bridges to their futures. */
package io.asyncio4j.behaviours.threads;
