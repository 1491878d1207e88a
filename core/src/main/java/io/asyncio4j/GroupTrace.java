package io.asyncio4j;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stack trace of a group as text: Java's own form, with the members as a tree below the group's frames.
 *
 * <pre>
 * io.asyncio4j.ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
 *     at app.Main.main(Main.java:12)
 *   +-- 1 of 2 ----------------------------------------
 *   | java.io.IOException: connection reset
 *   |     at app.Main.read(Main.java:20)
 *   | Caused by: java.net.SocketException: ...
 *   +-- 2 of 2 ----------------------------------------
 *   | ...
 *   +--------------------------------------------------
 * Caused by: ...
 * </pre>
 *
 * <p>Each throwable is shown once; where it comes again, as the cause of one of its own members for example, one line
 * says so. As in Python, no more than 15 members of a group and 10 levels of groups are shown.
 */
final class GroupTrace {
    private static final int MAX_MEMBERS = 15;
    private static final int MAX_DEPTH = 10;
    private static final String RULE = "-".repeat(50);
    private static final StackTraceElement[] NO_FRAMES = {};

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> shown = Collections.newSetFromMap(new IdentityHashMap<>());

    private GroupTrace() {}

    static String of(Throwable group) {
        GroupTrace trace = new GroupTrace();
        trace.chain("", group, "", NO_FRAMES, 1);
        return trace.text.toString();
    }

    /** A throwable and, below it at the same margin, its causes. */
    private void chain(String label, Throwable head, String margin, StackTraceElement[] around, int depth) {
        String caption = label;
        StackTraceElement[] enclosing = around;
        for (@Nullable Throwable throwable = head; throwable != null; throwable = throwable.getCause()) {
            if (!shown.add(throwable)) {
                lines(margin, caption + "[shown above: " + throwable + "]");
                return;
            }
            lines(margin, caption + throwable);
            StackTraceElement[] frames = throwable.getStackTrace();
            frames(frames, enclosing, margin);
            if (throwable instanceof ThrowableGroup group) {
                members(group.exceptions(), margin, depth);
            }
            for (Throwable suppressed : GroupMembers.suppressedBesidesMembers(throwable)) {
                chain("Suppressed: ", suppressed, margin + "\t", frames, depth);
            }
            caption = "Caused by: ";
            enclosing = frames;
        }
    }

    /** As in every Java trace, the frames shared with the enclosing one are only counted. */
    private void frames(StackTraceElement[] frames, StackTraceElement[] enclosing, String margin) {
        int own = frames.length;
        int other = enclosing.length;
        while (own > 0 && other > 0 && frames[own - 1].equals(enclosing[other - 1])) {
            own--;
            other--;
        }
        for (int index = 0; index < own; index++) {
            lines(margin, "\tat " + frames[index]);
        }
        if (own < frames.length) {
            lines(margin, "\t... " + (frames.length - own) + " more");
        }
    }

    private void members(List<Throwable> members, String margin, int depth) {
        int count = members.size();
        if (depth > MAX_DEPTH) {
            rule(margin, "-- " + count + " not shown, nested too deeply ");
            return;
        }
        int shownMembers = Math.min(count, MAX_MEMBERS);
        for (int index = 0; index < shownMembers; index++) {
            rule(margin, "-- " + (index + 1) + " of " + count + " ");
            chain("", members.get(index), margin + "  | ", NO_FRAMES, depth + 1);
        }
        rule(margin, shownMembers < count ? "-- and " + (count - shownMembers) + " more " : "");
    }

    private void rule(String margin, String title) {
        lines(margin, "  +" + title + RULE.substring(title.length()));
    }

    private void lines(String margin, String content) {
        for (String line : content.split("\\R", -1)) {
            text.append(margin).append(line).append(System.lineSeparator());
        }
    }
}
