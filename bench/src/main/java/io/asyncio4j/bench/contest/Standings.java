package io.asyncio4j.bench.contest;

import io.asyncio4j.bench.workloads.Figures;
import io.asyncio4j.bench.workloads.Quantity;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Workload;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The comparisons of a run so far: what its goals are judged by. */
public final class Standings implements Figures {
    private final Map<Workload, Comparison> comparisons = new EnumMap<>(Workload.class);

    /** Adds a comparison. */
    public void add(Comparison comparison) {
        comparisons.put(comparison.trial().workload(), comparison);
    }

    @Override
    public OptionalDouble median(Workload workload, Side side, Quantity quantity) {
        Optional<Spread> spread = Optional.ofNullable(comparisons.get(workload))
                .flatMap(comparison -> comparison.of(side))
                .flatMap(result -> switch (quantity) {
                    case FIGURE -> result.figure();
                    case RESIDENT -> result.resident();
                    case HEAP_EACH -> result.heapEach();
                });
        return spread.stream().mapToDouble(Spread::median).findFirst();
    }
}
