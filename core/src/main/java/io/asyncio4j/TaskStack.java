package io.asyncio4j;

import io.asyncio4j.fibers.Fiber;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a task, without the library's own below the coroutine and above the place where it waits.
 *
 * <p>A suspended task's thread may be in use all the same: the loop runs callbacks on it, above the frames of the task. So
 * what counts ends at the oldest call of {@code Scheduler.suspend}, or of {@code runFirstStep} in a task that waits for the
 * first step of another.
 */
final class TaskStack {
    private static final String SCHEDULER = Scheduler.class.getName();
    private static final Set<String> WAITING = Set.of("suspend", "runFirstStep");
    private static final String LIFE = Life.class.getName();
    private static final String HALL = TaskStack.class.getPackageName();
    private static final Set<String> PACKAGES =
            Set.of(HALL, HALL + ".context", HALL + ".fibers", HALL + ".locks", HALL + ".lowlevel", HALL + ".queues");

    private TaskStack() {}

    static List<StackTraceElement> of(TaskIdentity<?> task, @Nullable Fiber fiber, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        if (fiber != null) {
            List<StackTraceElement> frames =
                    ofCoroutine(oldestFirst(fiber.thread().getStackTrace()));
            return frames.subList(Math.max(0, frames.size() - limit), frames.size());
        }
        Throwable exception = task.failure();
        if (exception == null) {
            return List.of();
        }
        List<StackTraceElement> frames = ofCoroutine(oldestFirst(exception.getStackTrace()));
        return frames.subList(0, Math.min(limit, frames.size()));
    }

    private static List<StackTraceElement> oldestFirst(StackTraceElement[] trace) {
        List<StackTraceElement> frames = new ArrayList<>(Arrays.asList(trace));
        Collections.reverse(frames);
        return frames;
    }

    private static List<StackTraceElement> ofCoroutine(List<StackTraceElement> frames) {
        int from = 0;
        int to = frames.size();
        for (int index = 0; index < to; index++) {
            StackTraceElement frame = frames.get(index);
            if (from == 0
                    && frame.getClassName().equals(LIFE)
                    && frame.getMethodName().equals("live")) {
                from = index + 1;
            } else if (frame.getClassName().equals(SCHEDULER) && WAITING.contains(frame.getMethodName())) {
                to = index;
            }
        }
        while (to > from && isOfTheHouse(frames.get(to - 1))) {
            to--;
        }
        while (from < to && isOfTheHouse(frames.get(from))) {
            from++;
        }
        return List.copyOf(frames.subList(from, to));
    }

    /** The newest frame that is not the library's. */
    static @Nullable StackTraceElement firstOutside(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            if (!isOfTheHouse(frame)) {
                return frame;
            }
        }
        return null;
    }

    private static boolean isOfTheHouse(StackTraceElement frame) {
        String name = frame.getClassName();
        return PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))
                || (name.equals("java.lang.Thread") && frame.getMethodName().equals("getStackTrace"));
    }

    static void print(TaskIdentity<?> task, List<StackTraceElement> frames, PrintStream file) {
        String what = frames.isEmpty() ? "No stack" : task.failed() ? "Traceback" : "Stack";
        StringBuilder text = new StringBuilder(what).append(" for ").append(task);
        text.append(frames.isEmpty() ? "" : " (most recent call last):").append(System.lineSeparator());
        for (StackTraceElement frame : frames) {
            text.append("  at ").append(frame).append(System.lineSeparator());
        }
        if (task.failed()) {
            text.append(task.failure()).append(System.lineSeparator());
        }
        file.print(text);
        file.flush();
    }
}
