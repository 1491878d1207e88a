package io.asyncio4j;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a group of either kind holds, checked, and how it is divided.
 *
 * @param message the message it was given
 * @param exceptions the members; not empty, unmodifiable
 */
record GroupMembers(String message, List<Throwable> exceptions) implements Serializable {
    static GroupMembers of(String message, List<? extends Throwable> exceptions) {
        Objects.requireNonNull(message, "message");
        List<Throwable> members = new ArrayList<>(exceptions);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a group needs at least one exception");
        }
        int missing = members.indexOf(null);
        if (missing >= 0) {
            throw new IllegalArgumentException("exception " + missing + " of the group is null");
        }
        return new GroupMembers(message, List.copyOf(members));
    }

    /** A group of the kind that fits the members. */
    ThrowableGroup toGroup() {
        boolean onlyExceptions = exceptions.stream().allMatch(Exception.class::isInstance);
        return onlyExceptions ? new ExceptionGroup(message, exceptions) : new BaseExceptionGroup(message, exceptions);
    }

    GroupMembers ensureOnlyExceptions() {
        for (Throwable member : exceptions) {
            if (!(member instanceof Exception)) {
                throw new IllegalArgumentException("an ExceptionGroup holds exceptions only, and "
                        + member.getClass().getName()
                        + " is none: use a BaseExceptionGroup, or let ThrowableGroup.of choose");
            }
        }
        return this;
    }

    /** The message of the group as a throwable. */
    String summary() {
        int count = exceptions.size();
        return message + " (" + count + (count == 1 ? " sub-exception)" : " sub-exceptions)");
    }

    static <G extends ThrowableGroup> ThrowableGroup.Split<G> split(
            G group, Function<List<Throwable>, G> derive, Predicate<? super Throwable> condition) {
        if (condition.test(group.asThrowable())) {
            return new ThrowableGroup.Split<>(group, null);
        }
        List<Throwable> matching = new ArrayList<>();
        List<Throwable> rest = new ArrayList<>();
        for (Throwable member : group.exceptions()) {
            if (member instanceof ThrowableGroup nested) {
                ThrowableGroup.Split<? extends ThrowableGroup> parts = nested.split(condition);
                addPart(matching, parts.matching());
                addPart(rest, parts.rest());
            } else if (condition.test(member)) {
                matching.add(member);
            } else {
                rest.add(member);
            }
        }
        return new ThrowableGroup.Split<>(part(group, derive, matching), part(group, derive, rest));
    }

    private static void addPart(List<Throwable> members, @Nullable ThrowableGroup part) {
        if (part != null) {
            members.add(part.asThrowable());
        }
    }

    private static <G extends ThrowableGroup> @Nullable G part(
            G group, Function<List<Throwable>, G> derive, List<Throwable> members) {
        if (members.isEmpty()) {
            return null;
        }
        G part = derive.apply(members);
        Throwable source = group.asThrowable();
        Throwable target = part.asThrowable();
        target.setStackTrace(source.getStackTrace());
        if (source.getCause() != null && target.getCause() == null) {
            target.initCause(source.getCause());
        }
        suppressedBesidesMembers(source).forEach(target::addSuppressed);
        return part;
    }

    /** The suppressed exceptions of any throwable; of a group, those which it did not get as its members. */
    static List<Throwable> suppressedBesidesMembers(Throwable throwable) {
        List<Throwable> suppressed = new ArrayList<>(List.of(throwable.getSuppressed()));
        if (throwable instanceof ThrowableGroup group) {
            Set<Throwable> members = Collections.newSetFromMap(new IdentityHashMap<>());
            members.addAll(group.exceptions());
            suppressed.removeIf(members::contains);
        }
        return suppressed;
    }
}
