/** The programs on the page docs/testing.md, which {@code GuideTest} compares with these. */
@NullMarked
package io.asyncio4j.testkit.guide;

import org.jspecify.annotations.NullMarked;
