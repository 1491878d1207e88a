package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What has failed in a task group and is to come out of it. In a supervising group the failures of children are told to a
 * supervisor, and what comes out is up to it. Loop thread only.
 */
final class GroupFailures {
    private final @Nullable BiConsumer<? super Task<?>, ? super Throwable> supervisor;
    private List<Throwable> errors = List.of();
    private @Nullable Error leavingTheLoop;

    private GroupFailures(@Nullable BiConsumer<? super Task<?>, ? super Throwable> supervisor, boolean collecting) {
        this.supervisor = collecting ? (child, exception) -> add(exception) : supervisor;
    }

    static GroupFailures ofAnyEndingTheGroup() {
        return new GroupFailures(null, false);
    }

    static GroupFailures collected() {
        return new GroupFailures(null, true);
    }

    static GroupFailures toldTo(BiConsumer<? super Task<?>, ? super Throwable> supervisor) {
        return new GroupFailures(supervisor, false);
    }

    boolean areSupervised() {
        return supervisor != null;
    }

    /**
     * Tells the supervisor, if there is one, that a child has failed.
     *
     * @return what ends the group: what the supervisor failed with, or without one the exception; null if nothing does
     */
    @Nullable
    Throwable supervise(Task<?> child, Throwable exception, Context context) {
        BiConsumer<? super Task<?>, ? super Throwable> told = supervisor;
        if (told == null || Failure.leavesTheLoop(exception)) {
            return exception;
        }
        try {
            ContextStack.ofCurrentThread().switchTo(context, () -> told.accept(child, exception));
            return null;
        } catch (Throwable thrown) {
            if (thrown != exception) {
                thrown.addSuppressed(exception);
            }
            return thrown;
        }
    }

    /** The exception will come out in a group, with the others. */
    void add(Throwable exception) {
        if (errors.isEmpty()) {
            errors = new ArrayList<>();
        }
        errors.add(exception);
    }

    /** If the exception leaves the loop, and is the first that does, it will come out alone. */
    void note(Throwable exception) {
        if (leavingTheLoop == null && Failure.leavesTheLoop(exception)) {
            leavingTheLoop = (Error) exception;
        }
    }

    void throwWhatLeavesTheLoop() {
        if (leavingTheLoop != null) {
            throw leavingTheLoop;
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    int size() {
        return errors.size();
    }

    void throwAll() throws Exception {
        Throwable group = ThrowableGroup.of("unhandled errors in a TaskGroup", errors);
        errors = List.of();
        if (group instanceof Exception exception) {
            throw exception;
        }
        throw (Error) group;
    }
}
