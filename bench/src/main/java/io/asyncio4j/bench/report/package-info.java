/**
 * What becomes of the figures: {@link io.asyncio4j.bench.report.Report} is the values, {@link io.asyncio4j.bench.report.Table}
 * and {@link io.asyncio4j.bench.report.SizesTable} print them for a reader, {@link io.asyncio4j.bench.report.ReportFile} keeps
 * them as JSON, and {@link io.asyncio4j.bench.report.Chart} draws them, now or later from such a file.
 */
@NullMarked
package io.asyncio4j.bench.report;

import org.jspecify.annotations.NullMarked;
