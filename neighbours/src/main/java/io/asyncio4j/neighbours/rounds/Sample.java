package io.asyncio4j.neighbours.rounds;

/** What one round measured. Goes from process to process as a line of text: the kind, and its numbers. */
public sealed interface Sample {
    /**
     * The time of a round.
     *
     * @param nanos from the first operation measured to the end of the last
     */
    record Time(long nanos) implements Sample {
        /**
         * The time that has passed.
         *
         * @param began what {@link System#nanoTime} was at the beginning
         * @return the sample
         */
        public static Time since(long began) {
            return new Time(System.nanoTime() - began);
        }

        @Override
        public String toString() {
            return "time " + nanos;
        }
    }

    /**
     * The memory of a process, in bytes.
     *
     * @param before resident when the runtime was up and the work had not begun
     * @param resident resident when all tasks were there
     * @param peak the most that ever was resident
     */
    record Memory(long before, long resident, long peak) implements Sample {
        @Override
        public String toString() {
            return "memory " + before + " " + resident + " " + peak;
        }
    }

    /**
     * Reads what {@code toString} wrote.
     *
     * @param line the text
     * @return the sample
     * @throws IllegalArgumentException if it is none
     */
    static Sample parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && words[0].equals("time")) {
            return new Time(Long.parseLong(words[1]));
        }
        if (words.length == 4 && words[0].equals("memory")) {
            return new Memory(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
        }
        throw new IllegalArgumentException("no sample: '" + line + "'");
    }
}
