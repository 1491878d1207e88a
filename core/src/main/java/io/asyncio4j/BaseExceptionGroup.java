package io.asyncio4j;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;

/**
 * Several failures thrown as one, at least one of them beyond {@link Exception}, such as a {@link CancelledError} or
 * an {@link AssertionError}. An {@link Error} itself, so that {@code catch (Exception e)} does not swallow it.
 *
 * <p>Meant to be extended: a subclass overrides {@link #derive}. See {@link ThrowableGroup} for the rest. Follows
 * Python's {@code BaseExceptionGroup}.
 */
public non-sealed class BaseExceptionGroup extends Error implements ThrowableGroup {
    private static final long serialVersionUID = 1L;

    private final GroupMembers members;

    /**
     * A group of the given members.
     *
     * @param message what failed
     * @param exceptions the members, at least one
     * @throws IllegalArgumentException if there is no member, or one is null
     */
    public BaseExceptionGroup(String message, List<? extends Throwable> exceptions) {
        this(GroupMembers.of(message, exceptions));
    }

    @SuppressWarnings("this-escape") // addSuppressed is final: no subclass sees the group unfinished
    private BaseExceptionGroup(GroupMembers members) {
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
    public final Split<ThrowableGroup> split(Predicate<? super Throwable> condition) {
        return GroupMembers.split(this, this::derive, condition);
    }

    @Override
    public final Split<ThrowableGroup> split(Class<? extends Throwable> type) {
        return split(type::isInstance);
    }

    @Override
    public ThrowableGroup derive(List<? extends Throwable> exceptions) {
        return GroupMembers.of(message(), exceptions).toGroup();
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
