package io.asyncio4j;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several exceptions thrown as one, all of them {@link Exception}s; an {@link Error} among them makes it a
 * {@link BaseExceptionGroup}.
 *
 * <p>Meant to be extended: a subclass overrides {@link #derive}. See {@link ThrowableGroup} for the rest. Follows
 * Python's {@code ExceptionGroup}.
 */
public non-sealed class ExceptionGroup extends Exception implements ThrowableGroup {
    private static final long serialVersionUID = 1L;

    private final GroupMembers members;

    /**
     * A group of the given members.
     *
     * @param message what failed
     * @param exceptions the members, at least one
     * @throws IllegalArgumentException if there is no member, one is null, or one is not an {@link Exception}
     */
    public ExceptionGroup(String message, List<? extends Throwable> exceptions) {
        this(GroupMembers.of(message, exceptions).ensureOnlyExceptions());
    }

    @SuppressWarnings("this-escape") // addSuppressed is final: no subclass sees the group unfinished
    private ExceptionGroup(GroupMembers members) {
        super(members.summary());
        this.members = members;
        for (Throwable member : members.exceptions()) {
            addSuppressed(member);
        }
    }

    @Override
    public final List<Throwable> exceptions() {
        return members.exceptions();
    }

    @Override
    public final String message() {
        return members.message();
    }

    @Override
    public final Split<ExceptionGroup> split(Predicate<? super Throwable> condition) {
        return GroupMembers.split(this, this::derive, condition);
    }

    @Override
    public final Split<ExceptionGroup> split(Class<? extends Throwable> type) {
        return split(type::isInstance);
    }

    @Override
    public final @Nullable ExceptionGroup subgroup(Predicate<? super Throwable> condition) {
        return split(condition).matching();
    }

    @Override
    public final @Nullable ExceptionGroup subgroup(Class<? extends Throwable> type) {
        return split(type).matching();
    }

    @Override
    public ExceptionGroup derive(List<? extends Throwable> exceptions) {
        return new ExceptionGroup(message(), exceptions);
    }

    @Override
    public void printStackTrace(PrintStream stream) {
        stream.print(GroupTrace.of(this));
    }

    @Override
    public void printStackTrace(PrintWriter writer) {
        writer.print(GroupTrace.of(this));
    }
}
