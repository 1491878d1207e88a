package io.asyncio4j.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a scenario. */
public sealed interface Verdict {

    /** The trace is the expected one. */
    record Passed() implements Verdict {}

    /**
     * The trace differs.
     *
     * @param index the number of the first entry that differs, from 0
     * @param expected that entry in JSON, or words that say that the trace should have ended
     * @param got the same of the trace that was produced
     */
    record Differs(int index, String expected, String got) implements Verdict {
        @Override
        public String toString() {
            return "at " + index + ": expected " + expected + " got " + got;
        }
    }

    /**
     * The program did not end in time by the wall clock.
     *
     * @param limit the time it had
     */
    record DidNotEnd(Duration limit) implements Verdict {
        @Override
        public String toString() {
            return "expected a trace, got none: did not end within " + limit.toSeconds() + " s";
        }
    }

    /**
     * The program did what no scenario does, so that its trace is worth nothing.
     *
     * @param reason what it did
     */
    record Unusable(String reason) implements Verdict {
        @Override
        public String toString() {
            return "expected a trace, got none: " + reason;
        }
    }

    /**
     * Compares two traces.
     *
     * @param expected the entries expected
     * @param got the entries produced
     * @return passed, or where they first differ
     */
    static Verdict compare(List<? extends @Nullable Object> expected, List<? extends @Nullable Object> got) {
        for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
            if (i >= expected.size() || i >= got.size() || !Objects.equals(expected.get(i), got.get(i))) {
                return new Differs(i, entry(expected, i), entry(got, i));
            }
        }
        return new Passed();
    }

    private static String entry(List<? extends @Nullable Object> trace, int index) {
        return index < trace.size() ? Json.write(trace.get(index)) : "the end of the trace";
    }
}
