package io.asyncio4j.bench.workloads;

import static io.asyncio4j.bench.workloads.Growth.SHARING_TASKS;
import static io.asyncio4j.bench.workloads.Growth.TASKS;
import static io.asyncio4j.bench.workloads.Growth.TIMES;
import static io.asyncio4j.bench.workloads.Manner.MEMORY;
import static io.asyncio4j.bench.workloads.Manner.WHOLE_PROCESS;
import static io.asyncio4j.bench.workloads.Side.CPYTHON;
import static io.asyncio4j.bench.workloads.Side.FLOOR;
import static io.asyncio4j.bench.workloads.Side.KOTLIN;
import static io.asyncio4j.bench.workloads.Side.PLAIN_ON_ONE;
import static io.asyncio4j.bench.workloads.Side.STRUCTURED_ON_ONE;
import static io.asyncio4j.bench.workloads.Unit.BYTES;
import static io.asyncio4j.bench.workloads.Unit.MILLIS;

import io.asyncio4j.bench.workloads.Goal.AtMost;
import io.asyncio4j.bench.workloads.Goal.AtMostOwn;
import io.asyncio4j.bench.workloads.Goal.Fixed;
import io.asyncio4j.bench.workloads.Goal.TimesFaster;
import io.asyncio4j.bench.workloads.Goal.Under;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured, and what ours must reach. A contestant has a program for most. */
@SuppressWarnings("ImmutableEnumChecker") // records, and lists of records, are immutable
public enum Workload {
    SWITCH(
            "switch",
            "W1",
            "sleep of zero among 100 tasks",
            Load.of("switch", 100, 10_000).growing(SHARING_TASKS),
            new TimesFaster(4, CPYTHON),
            new AtMost(1.5, FLOOR)),
    SWITCH_1(
            "switch-1",
            "W1",
            "sleep of zero alone: waking oneself",
            Load.of("switch", 1, 1_000_000),
            new TimesFaster(30, CPYTHON),
            new AtMost(1, KOTLIN)),
    SWITCH_10000(
            "switch-10000",
            "W1",
            "sleep of zero among 10,000 tasks",
            Load.of("switch", 10_000, 100),
            new AtMost(1.6, FLOOR)),
    AWAIT_DONE(
            "await-done",
            "–",
            "awaiting tasks that have ended",
            Load.of("await-done", 1_000, 1_000).growing(SHARING_TASKS),
            new TimesFaster(30, CPYTHON)),
    GROUP(
            "group",
            "W2",
            "group of 100,000 trivial tasks: create and join",
            Load.of("group", 100_000, 1).growing(TASKS),
            new TimesFaster(40, CPYTHON),
            new AtMost(0.5, KOTLIN)),
    GATHER(
            "gather",
            "W3",
            "gather of 100,000 tasks that yield once",
            Load.of("gather", 100_000, 1).growing(TASKS),
            new Under(1, STRUCTURED_ON_ONE)),
    SLEEPS(
            "sleeps",
            "W4",
            "100,000 tasks sleeping 0 to 100 ms: over those 100 ms",
            Load.of("sleeps", 100_000, 1).growing(TASKS).in(MILLIS).neverFasterThan(100_000_000),
            new AtMost(1, KOTLIN)),
    CANCEL(
            "cancel",
            "W5",
            "100,000 sleeping tasks: cancel and join",
            Load.of("cancel", 100_000, 1).growing(TASKS),
            new TimesFaster(8, CPYTHON),
            new Under(1, KOTLIN)),
    CANCEL_WAITING(
            "cancel-waiting",
            "W5",
            "100,000 tasks waiting for ever: cancel and join",
            Load.of("cancel-waiting", 100_000, 1).growing(TASKS),
            new Under(1, KOTLIN)),
    FAIL(
            "fail",
            "W6",
            "one of 10,000 fails: until the group has reported",
            Load.of("fail", 10_000, 1).growing(TASKS),
            new Under(1, KOTLIN)),
    TIMEOUT(
            "timeout",
            "W7",
            "timeout of an hour around one yield",
            Load.of("timeout", 1, 100_000).growing(TIMES),
            new Under(0.5, KOTLIN)),
    QUEUE(
            "queue",
            "W8",
            "queue with room for one: a hop, of which an item is two",
            Load.of("queue", 2, 500_000).growing(TIMES),
            new AtMost(1.6, FLOOR)),
    LOCK(
            "lock",
            "W8",
            "fair lock among 100 tasks: hand-over with a yield inside",
            Load.of("lock", 100, 2_000).growing(SHARING_TASKS),
            new AtMost(1.3, FLOOR)),
    DEEP_ANEW(
            "deep-anew",
            "W9",
            "100 calls deep, built anew around each yield",
            Load.of("deep-anew", 100, 1_000).growing(SHARING_TASKS, 100_000),
            new Under(1, PLAIN_ON_ONE)),
    DEEP(
            "deep",
            "W9",
            "the innermost of 100 calls yields, alone on its loop",
            Load.of("deep", 1, 1_000_000).growing(TIMES),
            new AtMost(1, KOTLIN)),
    MILLION(
            "million",
            "W10",
            "one million tasks asleep at once: resident growth for each",
            Load.of("sleepers", 1_000_000, 1).growing(TASKS).by(MEMORY).in(BYTES),
            new Under(1, PLAIN_ON_ONE),
            new Fixed("at most 2 GB resident", Quantity.RESIDENT, 2e9)),
    SKYNET(
            "skynet",
            "W11",
            "a tree of a million leaves, ten children a node",
            Load.of("skynet", 1_000_000, 1).growing(TASKS).in(MILLIS),
            new Fixed("at most 300 ms", Quantity.FIGURE, 300)),
    TO_THREAD(
            "to-thread",
            "W12",
            "a trivial function in another thread, one at a time",
            Load.of("to-thread", 1, 20_000).growing(TIMES, 100_000),
            new AtMost(0.25, PLAIN_ON_ONE)),
    SUBMIT(
            "submit",
            "W12",
            "submit from another thread and wait, one at a time",
            Load.of("submit", 1, 20_000).growing(TIMES, 100_000),
            new AtMost(1, PLAIN_ON_ONE)),
    HELLO(
            "hello",
            "W13",
            "hello world with one sleep of zero: the whole process",
            Load.of("hello", 1, 1).by(WHOLE_PROCESS).in(MILLIS),
            new Fixed("at most 60 ms", Quantity.FIGURE, 60)),
    HELLO_AOT(
            "hello-aot",
            "W13",
            "the same with an AOT cache of the JDK",
            Load.of("hello-aot", 1, 1).by(WHOLE_PROCESS).in(MILLIS),
            new Fixed("at most 35 ms", Quantity.FIGURE, 35)),
    SWITCH_SLEEPERS(
            "switch-sleepers",
            "–",
            "sleep of zero among 100 tasks while a million others sleep",
            Load.of("switch-sleepers", 100, 10_000),
            new AtMostOwn(1.2, SWITCH)),
    TIMERS(
            "timers",
            "–",
            "setting and cancelling a timer",
            Load.of("timers", 1, 1_000_000).growing(TIMES)),
    TIMERS_MEMORY(
            "timers-memory",
            "–",
            "a million timers set and cancelled: resident growth for each",
            Load.of("timers-memory", 1, 1_000_000).by(MEMORY).in(BYTES),
            new Fixed("at most 8 B of heap each", Quantity.HEAP_EACH, 8)),
    LOOPS_1("loops-1", "loops", "one loop of 100 tasks, to compare the next two with", Load.of("loops", 1, 1_000_000)),
    LOOPS_2("loops-2", "loops", "two loops of 100 tasks, a thread each: all switches", Load.of("loops", 2, 1_000_000)),
    LOOPS_4("loops-4", "loops", "four loops of 100 tasks, a thread each: all switches", Load.of("loops", 4, 1_000_000));

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

    private final String label;
    private final String number;
    private final String title;
    private final Load load;
    private final List<Goal> goals;

    Workload(String label, String number, String title, Load load, Goal... goals) {
        this.label = label;
        this.number = number;
        this.title = title;
        this.load = load;
        this.goals = List.of(goals);
    }

    /** The workloads of a name on the command line: a label, or a number that several may share. */
    public static List<Workload> named(String name) {
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
    public String label() {
        return label;
    }

    /** Its number among all the workloads of the performance page, or a name it shares with others. */
    public String number() {
        return number;
    }

    /** What is measured, for readers. */
    public String title() {
        return title;
    }

    /** How it is run. */
    public Manner manner() {
        return load.manner();
    }

    /** What ours must reach, in its own size. */
    public List<Goal> goals() {
        return goals;
    }

    /** It, in its own size. */
    public Trial trial() {
        return Trial.of(this, load);
    }

    /** It, in another size and counted by the operation; empty if it has none or would be too much. */
    public Optional<Trial> trial(int size) {
        return load.hasSize(size) ? Optional.of(Trial.of(this, load.ofSize(size))) : Optional.empty();
    }

    /** It, in all sizes that tell whether its cost grows faster than its work. */
    public List<Trial> trials() {
        return SIZES.stream().flatMap(size -> trial(size).stream()).toList();
    }

    long leastNanos() {
        return load.leastNanos();
    }
}
