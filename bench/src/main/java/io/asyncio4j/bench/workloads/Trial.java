package io.asyncio4j.bench.workloads;

import io.asyncio4j.neighbours.rounds.Sample;
import java.util.List;

/**
 * A workload in one size.
 *
 * @param workload which
 * @param program the program's name, the same for all contestants
 * @param tasks how many tasks take part
 * @param times how often each does the operation measured
 * @param operations how many operations a round is
 * @param unit what its figures count
 */
public record Trial(Workload workload, String program, int tasks, int times, long operations, Unit unit) {
    private static final double NANOS_IN_MILLI = 1e6;

    static Trial of(Workload workload, Load load) {
        return new Trial(workload, load.program(), load.tasks(), load.times(), load.operations(), load.unit());
    }

    /** The program's name and its sizes, as the protocol wants them. */
    public List<String> arguments() {
        return List.of(program, Integer.toString(tasks), Integer.toString(times));
    }

    /** The figure of a round. */
    public double figure(Sample sample) {
        return switch (sample) {
            case Sample.Time time -> ofTime(time.nanos() - workload.leastNanos());
            case Sample.Memory memory -> (double) (memory.resident() - memory.before()) / operations;
        };
    }

    private double ofTime(long nanos) {
        return unit == Unit.MILLIS ? nanos / NANOS_IN_MILLI : (double) nanos / operations;
    }
}
