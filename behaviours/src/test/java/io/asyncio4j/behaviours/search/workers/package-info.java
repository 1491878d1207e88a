/**
 * What the searches among locks and queues share: tasks that compete for one thing, what must hold of them whatever the
 * thing is, and a line for the broken twins to let them wait in.
 */
package io.asyncio4j.behaviours.search.workers;
