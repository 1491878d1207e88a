/**
 * Searches for results that get lost, come twice or in a wrong place, and for tasks that are harmed by those who only wait
 * for them: {@code gather}, {@code shield}, {@code wait} and {@code asCompleted}.
 */
package io.asyncio4j.behaviours.search.waits;
