package io.asyncio4j.bench;

import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;

/** What one contestant took for one workload, round by round. */
final class Result {
    private final Contestant contestant;
    private final List<Sample> samples = new ArrayList<>();
    private String runtime = "";

    Result(Contestant contestant) {
        this.contestant = contestant;
    }

    Contestant contestant() {
        return contestant;
    }

    String runtime() {
        return runtime;
    }

    void setRuntime(String runtime) {
        this.runtime = runtime;
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    /** Nanoseconds for each operation. */
    Spread nanos(long operations) {
        return Spread.of(samples.stream()
                .map(Sample.Time.class::cast)
                .mapToDouble(sample -> (double) sample.nanos() / operations));
    }

    /** Bytes resident while all tasks were there. */
    Spread resident() {
        return Spread.of(memory().stream().mapToDouble(Sample.Memory::resident));
    }

    /** The most bytes that ever were resident. */
    Spread peak() {
        return Spread.of(memory().stream().mapToDouble(Sample.Memory::peak));
    }

    /** Bytes by which each task made the process grow. */
    Spread bytes(long tasks) {
        return Spread.of(
                memory().stream().mapToDouble(sample -> (double) (sample.resident() - sample.before()) / tasks));
    }

    private List<Sample.Memory> memory() {
        return samples.stream().map(Sample.Memory.class::cast).toList();
    }
}
