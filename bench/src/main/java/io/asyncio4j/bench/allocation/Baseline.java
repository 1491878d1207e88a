package io.asyncio4j.bench.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the operations allocated when that was last accepted. As text it is a line with the platform, then one for each
 * operation: {@code operation,bytes} or {@code operation,bytes,tolerance}. Lines that begin with # are comments.
 *
 * @param platform where that was measured
 * @param allowances by operation
 */
record Baseline(String platform, Map<String, Allowance> allowances) {
    private static final String COMMENTS = """
            # Bytes that an operation allocates. ./asyncio4j bench allocation compares, --update brings this up to date.
            # A third figure, kept by --update: how far off it may be, where two threads race.
            """;

    Baseline {
        allowances = Collections.unmodifiableMap(new TreeMap<>(allowances));
    }

    static Baseline parse(List<String> lines) {
        List<String> rows = lines.stream().filter(line -> !line.startsWith("#")).toList();
        Map<String, Allowance> allowances = new TreeMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            if (cells.length < 2 || cells.length > 3) {
                throw new IllegalArgumentException("not operation,bytes or operation,bytes,tolerance: " + row);
            }
            OptionalDouble tolerance =
                    cells.length == 3 ? OptionalDouble.of(Double.parseDouble(cells[2])) : OptionalDouble.empty();
            allowances.put(cells[0], new Allowance(Double.parseDouble(cells[1]), tolerance));
        }
        return new Baseline(rows.getFirst(), allowances);
    }

    /** Whether figures taken on this machine can be compared with these. */
    boolean isOfThisPlatform() {
        return platform.equals(Platform.here());
    }

    /** What a measurement differs in, a sentence for each operation. */
    List<String> differences(Map<String, Double> measured) {
        TreeSet<String> operations = new TreeSet<>(allowances.keySet());
        operations.addAll(measured.keySet());
        List<String> differences = new ArrayList<>();
        for (String operation : operations) {
            Allowance allowance = allowances.get(operation);
            Double bytes = measured.get(operation);
            if (allowance == null || bytes == null || !allowance.admits(bytes)) {
                differences.add(operation + difference(allowance, bytes));
            }
        }
        return differences;
    }

    private static String difference(@Nullable Allowance allowance, @Nullable Double bytes) {
        if (bytes == null) {
            return " is in the baseline but is no operation any more";
        }
        if (allowance == null) {
            return String.format(Locale.ROOT, " allocates %.1f bytes and is not in the baseline", bytes);
        }
        double excess = bytes - allowance.bytes();
        return String.format(
                Locale.ROOT,
                " allocates %.1f bytes, %.1f %s than the %.1f of the baseline (tolerance %.1f)",
                bytes,
                Math.abs(excess),
                excess > 0 ? "more" : "less",
                allowance.bytes(),
                allowance.margin());
    }

    /** With what was measured here instead, but where the difference is within the tolerance. */
    Baseline updatedTo(Map<String, Double> measured) {
        Map<String, Allowance> updated = new TreeMap<>();
        measured.forEach((operation, bytes) -> {
            Allowance known = allowances.get(operation);
            updated.put(operation, known == null ? Allowance.of(bytes) : known.updatedTo(bytes));
        });
        return new Baseline(Platform.here(), updated);
    }

    /** As {@link #parse} reads it. */
    String text() {
        StringBuilder text = new StringBuilder(COMMENTS).append(platform).append('\n');
        allowances.forEach((operation, allowance) -> {
            text.append(String.format(Locale.ROOT, "%s,%.1f", operation, allowance.bytes()));
            allowance.tolerance().ifPresent(tolerance -> text.append(String.format(Locale.ROOT, ",%.1f", tolerance)));
            text.append('\n');
        });
        return text.toString();
    }
}
