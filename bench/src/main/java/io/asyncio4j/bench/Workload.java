package io.asyncio4j.bench;

import java.util.Arrays;
import java.util.List;

/** What is measured. Every contestant has a program for each. */
enum Workload {
    SWITCH("switch", "W1", "sleep of zero among 100 tasks", "switch", 100, 10_000, 4),
    SWITCH_1("switch-1", "W1", "sleep of zero alone: waking oneself", "switch", 1, 1_000_000, 30),
    AWAIT_DONE("await-done", "–", "awaiting tasks that have ended", "await-done", 1_000, 1_000, 30),
    GROUP("group", "W2", "group of 100,000 trivial tasks: create and join", "group", 100_000, 1, 40),
    CANCEL("cancel", "W5", "100,000 sleeping tasks: cancel and join", "cancel", 100_000, 1, 8),
    MILLION("million", "W10", "one million tasks asleep at once", "sleepers", 1_000_000, 1, 0);

    /** What all tasks of {@link #MILLION} may take together. */
    static final long MOST_BYTES = 2_000_000_000;

    private final String label;
    private final String number;
    private final String title;
    private final String program;
    private final int tasks;
    private final int times;
    private final int atLeast;

    Workload(String label, String number, String title, String program, int tasks, int times, int atLeast) {
        this.label = label;
        this.number = number;
        this.title = title;
        this.program = program;
        this.tasks = tasks;
        this.times = times;
        this.atLeast = atLeast;
    }

    /** The workloads of a name on the command line: a label, or a number that several may share. */
    static List<Workload> named(String name) {
        List<Workload> found = Arrays.stream(values())
                .filter(workload -> workload.label.equals(name) || workload.number.equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no workload '" + name + "', but "
                    + String.join(
                            ", ", Arrays.stream(values()).map(Workload::label).toList()));
        }
        return found;
    }

    /** Its name on the command line and in the table. */
    String label() {
        return label;
    }

    /** Its number among all the workloads of the performance page. */
    String number() {
        return number;
    }

    /** What is measured, for the reader of the table. */
    String title() {
        return title;
    }

    /** The program's name and its arguments, the same for all contestants. */
    List<String> command() {
        return List.of(program, Integer.toString(tasks), Integer.toString(times));
    }

    /** How many tasks take part. */
    int tasks() {
        return tasks;
    }

    /** How many operations one round is. */
    long operations() {
        return (long) tasks * times;
    }

    /** Whether it measures memory and not time. Such a program runs one round in a process of its own, not warmed up. */
    boolean measuresMemory() {
        return this == MILLION;
    }

    /** How many times faster than CPython's asyncio we want to be. */
    int atLeast() {
        return atLeast;
    }
}
