package io.asyncio4j.testkit;

import java.util.List;
import java.util.Set;

/** Something that a test has left behind. Its stack trace is where that comes from, or where it is now. */
final class Leak extends AssertionError {

    private static final long serialVersionUID = 1L;

    private static final String HALL = "io.asyncio4j";
    private static final Set<String> ROOMS = Set.of(
            HALL,
            HALL + ".cancellation",
            HALL + ".context",
            HALL + ".fibers",
            HALL + ".locks",
            HALL + ".lowlevel",
            HALL + ".queues");
    private static final Set<String> OF_THE_KIT = Set.of(
            OpenWork.class.getName(),
            VirtualClock.class.getName(),
            OrderedPoller.class.getName(),
            Registrations.class.getName());

    private Leak(String what) {
        super(what);
    }

    static Leak of(String what) {
        Leak leak = new Leak(what);
        leak.setStackTrace(new StackTraceElement[0]);
        return leak;
    }

    static Leak of(String what, List<StackTraceElement> newestFirst) {
        Leak leak = new Leak(what + place(newestFirst));
        leak.setStackTrace(newestFirst.toArray(new StackTraceElement[0]));
        return leak;
    }

    static String place(List<StackTraceElement> newestFirst) {
        for (StackTraceElement frame : newestFirst) {
            if (!isOfTheHouse(frame.getClassName())) {
                return " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return " at an unknown place";
    }

    private static boolean isOfTheHouse(String type) {
        return ROOMS.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))))
                || OF_THE_KIT.contains(type)
                || type.startsWith("java.")
                || type.startsWith("jdk.");
    }
}
