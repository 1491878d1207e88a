package io.asyncio4j.neighbours.rounds;

/** A workload, as one contestant does it. */
@FunctionalInterface
public interface Program {
    /**
     * Runs the whole program once.
     *
     * @param tasks how many tasks take part
     * @param times how often each does the operation measured
     * @return what it took
     * @throws Exception whatever goes wrong
     */
    Sample round(int tasks, int times) throws Exception;
}
