package io.asyncio4j.neighbours.rounds;

import java.io.IOException;
import java.util.OptionalLong;

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
     * @param heap of the garbage collected heap, what was left after a collection with all tasks there; empty where there
     *     is no such heap, or its size is not known
     */
    record Memory(long before, long resident, long peak, OptionalLong heap) implements Sample {
        /**
         * The memory where nothing is known of a heap.
         *
         * @param before resident before the work
         * @param resident resident with all tasks
         * @param peak the most that ever was resident
         */
        public Memory(long before, long resident, long peak) {
            this(before, resident, peak, OptionalLong.empty());
        }

        /**
         * The memory of this JVM now that all tasks are there. Collects garbage, but after looking at what is resident.
         *
         * @param before what {@link ResidentMemory#now} was before the work
         * @return the sample
         * @throws IOException if the system does not tell
         */
        public static Memory since(long before) throws IOException {
            long resident = ResidentMemory.now();
            long peak = ResidentMemory.peak();
            return new Memory(before, resident, peak, OptionalLong.of(HeapMemory.usedAfterCollection()));
        }

        @Override
        public String toString() {
            String known = "memory " + before + " " + resident + " " + peak;
            return heap.isPresent() ? known + " " + heap.getAsLong() : known;
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
        if ((words.length == 4 || words.length == 5) && words[0].equals("memory")) {
            OptionalLong heap = words.length == 4 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[4]));
            return new Memory(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]), heap);
        }
        throw new IllegalArgumentException("no sample: '" + line + "'");
    }
}
