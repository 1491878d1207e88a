/** Tests of the test kit, on its public parts alone. */
@NullMarked
package io.asyncio4j.testkit;

import org.jspecify.annotations.NullMarked;
