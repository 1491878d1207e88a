package io.asyncio4j.bench.workloads;

/**
 * A program and how much it is given to do.
 *
 * @param program its name in the protocol, the same for all contestants
 * @param tasks how many tasks take part
 * @param times how often each does the operation measured
 * @param growth what becomes more of it in another size
 * @param most the most of that
 * @param manner how it is run
 * @param unit what is counted
 * @param leastNanos what no round can be faster than, because it sleeps; subtracted
 */
record Load(String program, int tasks, int times, Growth growth, int most, Manner manner, Unit unit, long leastNanos) {

    /** Rounds of nanoseconds for an operation, of one size. */
    static Load of(String program, int tasks, int times) {
        return new Load(program, tasks, times, Growth.NONE, 0, Manner.ROUNDS, Unit.NANOS, 0);
    }

    Load growing(Growth what) {
        return growing(what, Integer.MAX_VALUE);
    }

    Load growing(Growth what, int upTo) {
        return new Load(program, tasks, times, what, upTo, manner, unit, leastNanos);
    }

    Load in(Unit other) {
        return new Load(program, tasks, times, growth, most, manner, other, leastNanos);
    }

    Load by(Manner other) {
        return new Load(program, tasks, times, growth, most, other, unit, leastNanos);
    }

    Load neverFasterThan(long nanos) {
        return new Load(program, tasks, times, growth, most, manner, unit, nanos);
    }

    long operations() {
        return (long) tasks * times;
    }

    boolean hasSize(int size) {
        return growth != Growth.NONE && size <= most;
    }

    /** As much of it, counted by the operation, so that sizes can be compared. */
    Load ofSize(int size) {
        int otherTasks = growth == Growth.TIMES ? tasks : size;
        int otherTimes = switch (growth) {
            case NONE, TASKS -> times;
            case SHARING_TASKS -> (int) Math.max(1, (long) tasks * times / size);
            case TIMES -> size;
        };
        Unit each = unit == Unit.MILLIS ? Unit.NANOS : unit;
        return new Load(program, otherTasks, otherTimes, growth, most, manner, each, leastNanos);
    }
}
