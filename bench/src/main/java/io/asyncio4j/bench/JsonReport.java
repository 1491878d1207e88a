package io.asyncio4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as JSON, for programs. */
final class JsonReport {
    private JsonReport() {}

    static void write(Path file, Machine machine, int rounds, List<Comparison> comparisons) throws IOException {
        String entries = comparisons.stream().map(JsonReport::entry).collect(Collectors.joining(",\n"));
        Files.writeString(file, """
                {
                  "system": %s,
                  "processors": %d,
                  "rounds": %d,
                  "workloads": [
                %s
                  ]
                }
                """.formatted(text(machine.system()), machine.processors(), rounds, entries));
    }

    private static String entry(Comparison comparison) {
        Workload workload = comparison.workload();
        StringBuilder entry = new StringBuilder("    {\"workload\": ").append(text(workload.label()));
        entry.append(", \"number\": ").append(text(workload.number()));
        entry.append(", \"unit\": ")
                .append(text(workload.measuresMemory() ? "bytes per task" : "ns per operation"))
                .append(",\n     \"asyncio4j\": ")
                .append(figures(comparison, comparison.ours()));
        comparison
                .cpython()
                .ifPresent(result -> entry.append(",\n     \"cpython\": ").append(figures(comparison, result)));
        comparison
                .ratio()
                .ifPresent(ratio -> entry.append(",\n     \"ratio\": ").append(number(ratio)));
        if (workload.measuresMemory()) {
            entry.append(", \"mostBytes\": ").append(Workload.MOST_BYTES);
        } else {
            entry.append(", \"atLeast\": ").append(workload.atLeast());
        }
        return entry.append('}').toString();
    }

    private static String figures(Comparison comparison, Result result) {
        String figures = "{\"runtime\": " + text(result.runtime()) + ", " + spread(comparison.figure(result));
        if (comparison.workload().measuresMemory()) {
            figures += ", \"resident\": {" + spread(result.resident()) + "}, \"peak\": {" + spread(result.peak()) + "}";
        }
        return figures + "}";
    }

    private static String spread(Spread spread) {
        return "\"median\": " + number(spread.median()) + ", \"least\": " + number(spread.least()) + ", \"most\": "
                + number(spread.most());
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static String text(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        return '"' + escaped + '"';
    }
}
