/**
 * Context variables: values that follow a task, not a thread.
 *
 * <p>Read {@link io.asyncio4j.context.ContextVar} first. A {@link io.asyncio4j.context.Context} is a map of variables
 * of which each task and callback has a copy, in O(1) and made when it is needed: what a task sets is seen by what it starts later
 * and by nobody else. {@link io.asyncio4j.context.ContextStack} is for those who write event loops.
 *
 * <p>This package knows nothing of tasks and loops; it works on any thread. It follows Python's {@code contextvars}.
 */
package io.asyncio4j.context;
