/** That no operation allocates more than it did, and how that is compared. */
package io.asyncio4j.bench.allocation;
