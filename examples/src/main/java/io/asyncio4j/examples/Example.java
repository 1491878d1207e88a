package io.asyncio4j.examples;

import io.asyncio4j.VoidCallable;
import java.util.List;

/**
 * One example of the list.
 *
 * @param name its name on the command line
 * @param choices what its one argument may be; empty if it takes none
 * @param description what it shows, in a line
 * @param time the clock it runs on
 * @param program its main method
 */
record Example(String name, List<String> choices, String description, Time time, Program program) {

    /** The clock of an example. */
    enum Time {
        /** For a program that waits for time only. */
        VIRTUAL,
        /** For a program that waits for other threads, which a virtual clock would not know of. */
        REAL
    }

    /** A main method. */
    @FunctionalInterface
    interface Program {
        void main(String[] arguments) throws Exception;
    }

    static Example onVirtualTime(String name, String description, VoidCallable main) {
        return new Example(name, List.of(), description, Time.VIRTUAL, _ -> main.run());
    }

    static Example inRealTime(String name, String description, VoidCallable main) {
        return new Example(name, List.of(), description, Time.REAL, _ -> main.run());
    }

    /** Whether it can be run with these arguments. */
    boolean takes(List<String> arguments) {
        return choices.isEmpty()
                ? arguments.isEmpty()
                : arguments.size() == 1 && choices.contains(arguments.getFirst());
    }

    /** How to call it. */
    String usage() {
        return choices.isEmpty() ? name : name + " " + String.join("|", choices);
    }
}
