package io.asyncio4j.bench.contestants;

import io.asyncio4j.Asyncio;
import io.asyncio4j.bench.contest.Contestant;
import io.asyncio4j.bench.programs.Programs;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.neighbours.rounds.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds who is there. */
public final class Contestants {
    /** The system property with the class path of Kotlin's programs, which are on no class path of ours. */
    static final String KOTLIN_CLASS_PATH = "asyncio4j.neighbours.kotlin";

    private static final String OURS = Programs.class.getPackageName();
    private static final String NEIGHBOURS = "io.asyncio4j.neighbours.";

    private final JvmSettings settings;
    private final Path workshop;
    private final List<Contestant> found = new ArrayList<>();

    private Contestants(JvmSettings settings, Path workshop) {
        this.settings = settings;
        this.workshop = workshop;
    }

    /**
     * This library, and CPython if it is there; with neighbours all others as well. With the prototype of another scheduler
     * alone, CPython stays away.
     *
     * @param settings of all JVMs
     * @param neighbours whether they take part
     * @param ownScheduler whether that prototype takes part
     * @param workshop a directory for what is made on the way
     * @return in the order of the tables
     * @throws IOException if the machine does not tell
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static List<Contestant> find(JvmSettings settings, boolean neighbours, boolean ownScheduler, Path workshop)
            throws IOException, InterruptedException {
        Contestants contestants = new Contestants(settings, workshop);
        contestants.addOurs(neighbours || ownScheduler);
        if (ownScheduler) {
            contestants.addOwnScheduler();
        }
        if (neighbours || !ownScheduler) {
            Cpython.find(workshop.resolve("cpython")).ifPresent(contestants.found::add);
        }
        if (neighbours) {
            contestants.addNeighbours();
        }
        contestants.found.sort(Comparator.comparing(Contestant::side));
        return contestants.found;
    }

    private void addOurs(boolean onOneToo) throws IOException, InterruptedException {
        JvmHome home = new JvmHome(OURS, classPathOfOurs());
        if (onOneToo) {
            add(home, List.of(), Side.ASYNCIO4J, Side.ASYNCIO4J_ON_ONE);
        } else {
            add(home, List.of(), Side.ASYNCIO4J);
        }
    }

    private static ClassPath classPathOfOurs() {
        return ClassPath.of(Asyncio.class, Programs.class, Rounds.class);
    }

    /** Our programs on the core with some of its classes replaced: the first on a class path wins. */
    private void addOwnScheduler() throws IOException, InterruptedException {
        Path programs = ClassPath.of(Programs.class).entries().getFirst();
        ClassPath replacement = new ClassPath(List.of(programs.resolveSibling("ownscheduler")));
        List<String> internals = List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED");
        add(new JvmHome(OURS, replacement.and(classPathOfOurs())), internals, Side.OWN_SCHEDULER);
    }

    private void addNeighbours() throws IOException, InterruptedException {
        ClassPath ofJava = ClassPath.of(Rounds.class);
        ClassPath ofKotlin =
                ClassPath.parse(System.getProperty(KOTLIN_CLASS_PATH, "")).and(ofJava);
        List<String> preview = List.of("--enable-preview");
        List<String> internals = List.of("--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED");
        add(new JvmHome(NEIGHBOURS + "kotlin", ofKotlin), List.of(), Side.KOTLIN);
        add(new JvmHome(NEIGHBOURS + "structured", ofJava), preview, Side.STRUCTURED_ON_ONE, Side.STRUCTURED);
        add(new JvmHome(NEIGHBOURS + "plain", ofJava), List.of(), Side.PLAIN_ON_ONE, Side.PLAIN);
        add(new JvmHome(NEIGHBOURS + "continuation", ofJava), internals, Side.FLOOR);
    }

    /** Adds the sides that the same programs stand for, if there are such programs. */
    private void add(JvmHome home, List<String> flags, Side... sides) throws IOException, InterruptedException {
        Set<String> programs = home.list(flags);
        if (!programs.isEmpty()) {
            for (Side side : sides) {
                JvmSettings its = side.isOnOneCarrier() ? settings.onOneCarrier() : settings;
                List<String> all =
                        Stream.concat(flags.stream(), its.flags().stream()).toList();
                found.add(new JvmContestant(side, all, home, programs, workshop));
            }
        }
    }
}
