package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Spread;
import io.asyncio4j.bench.workloads.Side;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DatasetUtils;
import org.jspecify.annotations.Nullable;

/** Draws the medians of a report: a bar for each contestant in each workload, on a logarithmic axis. */
public final class Chart {
    private static final int WIDTH = 960;
    private static final int BAR_HEIGHT = 8;
    private static final int GAP_HEIGHT = 14;
    private static final int FRAME_HEIGHT = 140;
    private static final int MARGIN = 10;
    private static final double DECADE = 10;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color GRID = new Color(0xDDDDDD);

    private Chart() {}

    /**
     * Writes a chart as SVG.
     *
     * @throws IOException if it cannot be written, or the report has no figure
     */
    public static void write(Path file, Report report) throws IOException {
        List<Side> sides = Arrays.stream(Side.values())
                .filter(side -> report.workloads().stream().anyMatch(workload -> median(workload, side) != null))
                .toList();
        if (sides.isEmpty()) {
            throw new IOException("there is no figure to draw in " + file);
        }
        DefaultCategoryDataset medians = medians(report, sides);
        int groupHeight = sides.size() * BAR_HEIGHT + GAP_HEIGHT;
        int height = medians.getColumnCount() * groupHeight + FRAME_HEIGHT;
        CategoryPlot plot = new CategoryPlot(medians, workloads(groupHeight), figures(medians), bars(sides));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(title(report), FONT.deriveFont(Font.BOLD, 14f), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, 3 * MARGIN));
        chart.getLegend().setItemFont(FONT);
        SvgFile.write(file, chart, WIDTH, height);
    }

    private static DefaultCategoryDataset medians(Report report, List<Side> sides) {
        DefaultCategoryDataset medians = new DefaultCategoryDataset();
        for (WorkloadReport workload : report.workloads()) {
            for (Side side : sides) {
                medians.addValue(median(workload, side), side.title(), category(workload, report));
            }
        }
        return medians;
    }

    /** The label and the unit, and the size where a workload was measured in several. */
    private static String category(WorkloadReport workload, Report report) {
        long sizes = report.workloads().stream()
                .filter(other -> other.workload().equals(workload.workload()))
                .count();
        String size = sizes > 1 ? String.format(Locale.ROOT, " %,d × %,d", workload.tasks(), workload.times()) : "";
        return workload.workload() + size + ", " + workload.unit().symbol();
    }

    private static @Nullable Double median(WorkloadReport workload, Side side) {
        return workload.of(side)
                .map(Entry::figure)
                .map(Spread::median)
                .filter(median -> median > 0)
                .orElse(null);
    }

    private static CategoryAxis workloads(int groupHeight) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(FONT);
        axis.setCategoryMargin((double) GAP_HEIGHT / groupHeight);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    private static LogAxis figures(DefaultCategoryDataset medians) {
        Range range = DatasetUtils.findRangeBounds(medians);
        LogAxis axis = new LogAxis();
        axis.setBase(DECADE);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(NumberFormat.getInstance(Locale.ROOT));
        axis.setTickLabelFont(FONT);
        axis.setRange(
                Math.pow(DECADE, Math.floor(Math.log10(range.getLowerBound() / 2))),
                Math.pow(DECADE, Math.ceil(Math.log10(range.getUpperBound()))));
        return axis;
    }

    private static BarRenderer bars(List<Side> sides) {
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0);
        bars.setIncludeBaseInRange(false);
        bars.setBase(Double.MIN_NORMAL);
        for (Side side : sides) {
            bars.setSeriesPaint(sides.indexOf(side), color(side));
        }
        return bars;
    }

    /** Ours stand out; what is of one kind is of one hue; all can be told apart without seeing red or green. */
    private static Color color(Side side) {
        return switch (side) {
            case ASYNCIO4J -> new Color(0xD55E00);
            case ASYNCIO4J_ON_ONE -> new Color(0xF2A65E);
            case OWN_SCHEDULER -> new Color(0x8C4A1E);
            case CPYTHON -> new Color(0xE6C700);
            case KOTLIN -> new Color(0xA05195);
            case STRUCTURED_ON_ONE -> new Color(0x7FC8A9);
            case STRUCTURED -> new Color(0x009E73);
            case PLAIN_ON_ONE -> new Color(0x8CC4EA);
            case PLAIN -> new Color(0x0072B2);
            case FLOOR -> new Color(0x777777);
        };
    }

    private static String title(Report report) {
        return "Medians on " + report.machine() + "; less is better";
    }
}
