package io.asyncio4j.bench.contest;

import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one contestant took, round by round. It has figures if it took part, was not broken off by a failure and ran a round
 * at least.
 */
public final class Result {
    private final Side side;
    private final Trial trial;
    private final List<Sample> samples = new ArrayList<>();
    private String runtime = "";
    private @Nullable String failure;

    /** A result without a round yet: what it stays if the contestant has no such program. */
    public Result(Side side, Trial trial) {
        this.side = side;
        this.trial = trial;
    }

    /** Whose it is. */
    public Side side() {
        return side;
    }

    /** What its program ran on, in its own words; empty if it has not said. */
    public String runtime() {
        return runtime;
    }

    /** Why there are no figures although it took part; null if nothing went wrong. */
    public @Nullable String failure() {
        return failure;
    }

    /** How many rounds count. */
    public int rounds() {
        return samples.size();
    }

    /** The figures, in the trial's unit. */
    public Optional<Spread> figure() {
        return spread(samples.stream().mapToDouble(trial::figure));
    }

    /** Bytes resident while all tasks were there. */
    public Optional<Spread> resident() {
        return spread(memory().mapToDouble(Sample.Memory::resident));
    }

    /** The most bytes that ever were resident. */
    public Optional<Spread> peak() {
        return spread(memory().mapToDouble(Sample.Memory::peak));
    }

    /** Bytes of heap for an operation. */
    public Optional<Spread> heapEach() {
        return spread(memory().flatMapToDouble(
                        sample -> sample.heap().stream().mapToDouble(heap -> (double) heap / trial.operations())));
    }

    /** Adds what a round gave. */
    public void add(Sample sample) {
        samples.add(sample);
    }

    /** Says what its program runs on. */
    public void setRuntime(String words) {
        runtime = words;
    }

    /** Ends it: there will be no figures. */
    public void fail(String why) {
        failure = why;
    }

    /** Whether so long was measured, in so many rounds, that nobody need wait for more. */
    boolean hasTaken(long nanos, int rounds) {
        long taken = samples.stream()
                .mapToLong(sample -> sample instanceof Sample.Time time ? time.nanos() : 0)
                .sum();
        return taken > nanos && samples.size() >= rounds;
    }

    private Stream<Sample.Memory> memory() {
        return samples.stream().filter(Sample.Memory.class::isInstance).map(Sample.Memory.class::cast);
    }

    private Optional<Spread> spread(DoubleStream figures) {
        double[] known = figures.toArray();
        return failure != null || known.length == 0 ? Optional.empty() : Optional.of(Spread.of(DoubleStream.of(known)));
    }
}
