/**
 * Searches for failures that get lost in a task group, children that outlive it and requests to cancel that it takes for
 * its own: children fail and make children while the block runs, ends, is cancelled.
 */
package io.asyncio4j.behaviours.search.groups;
