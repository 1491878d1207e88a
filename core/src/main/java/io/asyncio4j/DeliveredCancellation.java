package io.asyncio4j;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CancelledError} that a task got in debug mode for a request of its own, from its throw until it is clear what
 * became of it.
 *
 * <p>That a task waits again says little, for cleanup may wait. What it waits in tells, by comparing the frames of the
 * throw with those of the later wait, oldest first: up to the first that differs they are the same calls, or a loop has
 * come by the same places again. It is clear that the error is gone when a catch clause on its way made nothing of it, and
 * the first frame that differs is not in the code of a handler.
 */
final class DeliveredCancellation {
    /** Who waits so often at the very place where the error was thrown does not just put off throwing it on. */
    private static final int MANY_TIMES = 100;

    private static final Set<Class<?>> BELOW_A_WAIT = Set.of(
            DeliveredCancellation.class, SwallowedCancellations.class, Task.class, CurrentStep.class, Scheduler.class);

    // Fixed. Frames are kept oldest first.
    final CancelledError error;
    final int cancelling;
    private final List<StackFrame> thrown;

    // Loop thread only. The searches are of the frames of the throw, made at the first wait after it.
    private @Nullable CatchSearch[] searches = {};
    private @Nullable List<StackFrame> firstWait;
    private int times;
    private int dropper = -1;

    DeliveredCancellation(CancelledError error, int cancelling) {
        this.error = error;
        this.cancelling = cancelling;
        this.thrown = frames();
    }

    /** The task waits again, here. Returns whether it is clear now that it has swallowed the error. */
    boolean isSwallowedByWait(List<StackFrame> now) {
        if (firstWait == null) {
            firstWait = now;
            search();
        }
        int same = commonWith(now);
        if (same == thrown.size() && same == now.size()) {
            times++;
        }
        return times >= MANY_TIMES || (dropper >= 0 && !isInHandler(same, now));
    }

    /** The task has ended, and not as cancelled. Returns whether it is clear that it has swallowed the error. */
    boolean isSwallowedByEnd(@Nullable Throwable failure) {
        // a cleanup that fails throws its failure in the place of the error, which nobody has caught
        return firstWait != null && (failure == null || (dropper >= 0 && !knows(failure)));
    }

    private boolean knows(Throwable failure) {
        List<Throwable> all = new ArrayList<>(List.of(failure));
        for (int index = 0; index < all.size(); index++) {
            Throwable one = all.get(index);
            List<Throwable> behind = new ArrayList<>(List.of(one.getSuppressed()));
            if (one.getCause() != null) {
                behind.add(one.getCause());
            }
            if (one instanceof ThrowableGroup group) {
                behind.addAll(group.exceptions());
            }
            behind.stream()
                    .filter(other -> all.stream().noneMatch(known -> known == other))
                    .forEach(all::add);
        }
        return all.stream().anyMatch(one -> one == error);
    }

    /** Finds the frame whose catch clause drops the error, if those before let it out. */
    private void search() {
        searches = new CatchSearch[thrown.size()];
        boolean out = true;
        for (int index = thrown.size() - 1; index >= 0; index--) {
            CatchSearch search = CatchSearch.in(thrown.get(index), error.getClass());
            searches[index] = search;
            if (out && search != null && search.drops()) {
                dropper = index;
            }
            out = out && search != null && search.letsOut();
        }
    }

    private boolean isInHandler(int same, List<StackFrame> now) {
        if (same == thrown.size() || same == now.size() || !isSameMethod(thrown.get(same), now.get(same))) {
            // called anew from the same place
            return false;
        }
        CatchSearch search = searches[same];
        return search == null || search.isInHandler(now.get(same).getLineNumber());
    }

    private int commonWith(List<StackFrame> now) {
        int index = 0;
        while (index < thrown.size() && index < now.size() && isSamePlace(thrown.get(index), now.get(index))) {
            index++;
        }
        return index;
    }

    private static boolean isSamePlace(StackFrame one, StackFrame other) {
        return isSameMethod(one, other) && one.getByteCodeIndex() == other.getByteCodeIndex();
    }

    private static boolean isSameMethod(StackFrame one, StackFrame other) {
        return one.getDeclaringClass() == other.getDeclaringClass()
                && one.getMethodName().equals(other.getMethodName())
                && one.getDescriptor().equals(other.getDescriptor());
    }

    /** The frames of the task that calls this, but for those of the wait itself. */
    static List<StackFrame> frames() {
        List<StackFrame> frames = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(all -> all.takeWhile(frame -> !isBase(frame))
                        .dropWhile(frame -> BELOW_A_WAIT.contains(frame.getDeclaringClass()))
                        .collect(Collectors.toCollection(ArrayList::new)));
        Collections.reverse(frames);
        return frames;
    }

    private static boolean isBase(StackFrame frame) {
        return frame.getDeclaringClass() == Life.class && frame.getMethodName().equals("live");
    }

    /** What happened, in which order and at which places, as far as that is known. */
    String story() {
        List<StackFrame> later = firstWait == null ? thrown : firstWait;
        return "the CancelledError thrown " + placeOf(thrown) + " was caught " + catchPlace(later)
                + ", and the task went on to wait " + placeOf(later);
    }

    private String catchPlace(List<StackFrame> later) {
        CatchSearch found = dropper < 0 ? null : searches[dropper];
        if (found != null) {
            return "at " + thrown.get(dropper).getFileName() + ":" + found.line();
        }
        int same = commonWith(later);
        boolean sameMethod =
                same < thrown.size() && same < later.size() && isSameMethod(thrown.get(same), later.get(same));
        StackTraceElement frame =
                thrown.get(sameMethod ? same : Math.max(0, same - 1)).toStackTraceElement();
        return "in or below " + frame.getMethodName() + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }

    private static String placeOf(List<StackFrame> frames) {
        StackTraceElement[] trace =
                frames.reversed().stream().map(StackFrame::toStackTraceElement).toArray(StackTraceElement[]::new);
        return placeOf(trace);
    }

    /** The newest place that is not the library's. */
    static String placeOf(StackTraceElement[] trace) {
        StackTraceElement place = TaskStack.firstOutside(trace);
        return place == null ? "inside the library" : "at " + place.getFileName() + ":" + place.getLineNumber();
    }
}
