/** The runner: one loop for several runs, what its end does to what is left, and Ctrl-C, in a process of its own. */
package io.asyncio4j.behaviours.runner;
