/**
 * Searches for scopes that leave something running, take a cancellation of others for their own or leave one of their own
 * behind: groups that are left or supervise, races, moving on, limited maps, shielded sections, and all of them nested at
 * random.
 */
package io.asyncio4j.behaviours.search.scopes;
