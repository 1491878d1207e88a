package io.asyncio4j.bench.workloads;

import static io.asyncio4j.bench.workloads.Quantity.FIGURE;

import java.util.Locale;
import java.util.OptionalDouble;

/** What ours is to reach for a workload, judged by what was measured in the same run. Never asserted. */
public sealed interface Goal {
    /** Its words, for readers. */
    String text();

    /** What ours may not exceed; empty if what it is made of was not measured. */
    OptionalDouble limit(Figures figures, Workload workload, Side ours);

    /** What of ours is judged. */
    default Quantity quantity() {
        return FIGURE;
    }

    /** Whether the limit itself is still good. */
    default boolean includesLimit() {
        return true;
    }

    /** Judges one of ours. */
    default Verdict judge(Figures figures, Workload workload, Side ours) {
        OptionalDouble figure = figures.median(workload, ours, quantity());
        OptionalDouble limit = limit(figures, workload, ours);
        if (figure.isEmpty() || limit.isEmpty()) {
            return Verdict.OPEN;
        }
        int comparison = Double.compare(figure.getAsDouble(), limit.getAsDouble());
        return comparison < 0 || (comparison == 0 && includesLimit()) ? Verdict.MET : Verdict.MISSED;
    }

    private static OptionalDouble scaled(double factor, OptionalDouble figure) {
        return figure.isEmpty() ? figure : OptionalDouble.of(factor * figure.getAsDouble());
    }

    private static String words(double factor, String whose) {
        return factor == 1 ? whose : String.format(Locale.ROOT, "%s × %s", factor, whose);
    }

    /** At most so many times what another takes. */
    record AtMost(double factor, Side other) implements Goal {
        @Override
        public String text() {
            return "at most " + words(factor, other.title());
        }

        @Override
        public OptionalDouble limit(Figures figures, Workload workload, Side ours) {
            return scaled(factor, figures.median(workload, other, FIGURE));
        }
    }

    /** Less than so many times what another takes. */
    record Under(double factor, Side other) implements Goal {
        @Override
        public String text() {
            return "under " + words(factor, other.title());
        }

        @Override
        public OptionalDouble limit(Figures figures, Workload workload, Side ours) {
            return scaled(factor, figures.median(workload, other, FIGURE));
        }

        @Override
        public boolean includesLimit() {
            return false;
        }
    }

    /** At least so many times faster than another. */
    record TimesFaster(int factor, Side other) implements Goal {
        @Override
        public String text() {
            return "at least " + factor + " times faster than " + other.title();
        }

        @Override
        public OptionalDouble limit(Figures figures, Workload workload, Side ours) {
            return scaled(1.0 / factor, figures.median(workload, other, FIGURE));
        }
    }

    /** At most so many times what the same contestant takes for another workload. */
    record AtMostOwn(double factor, Workload other) implements Goal {
        @Override
        public String text() {
            return "at most " + words(factor, "its own " + other.label());
        }

        @Override
        public OptionalDouble limit(Figures figures, Workload workload, Side ours) {
            return scaled(factor, figures.median(other, ours, FIGURE));
        }
    }

    /** A limit that needs no other's figure. */
    record Fixed(String text, Quantity quantity, double most) implements Goal {
        @Override
        public OptionalDouble limit(Figures figures, Workload workload, Side ours) {
            return OptionalDouble.of(most);
        }
    }
}
