package io.asyncio4j;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several failures thrown as one: what {@link ExceptionGroup} and {@link BaseExceptionGroup} have in common.
 *
 * <p>The first is an {@link Exception} and holds exceptions only; the second is an {@link Error}, so that
 * {@code catch (Exception e)} does not swallow the errors in it. Members may be groups themselves. Follows PEP 654 and
 * Python's {@code BaseExceptionGroup}.
 *
 * <pre>{@code
 * try {
 *     taskGroup(group -> ...);
 * } catch (ExceptionGroup failures) {
 *     var parts = failures.split(IOException.class);
 *     if (parts.matching() != null) {
 *         retryLater(parts.matching().exceptions());
 *     }
 *     if (parts.rest() != null) {
 *         throw parts.rest();
 *     }
 * }
 * }</pre>
 *
 * <p>A group's stack trace shows its members as a tree, each with its own trace. For loggers that walk the trace by
 * themselves the members are also {@linkplain Throwable#getSuppressed suppressed} exceptions of the group.
 */
public sealed interface ThrowableGroup permits ExceptionGroup, BaseExceptionGroup {
    /**
     * A group of the fitting kind: an {@link ExceptionGroup} where all members are exceptions, otherwise a
     * {@link BaseExceptionGroup}.
     *
     * @param message what failed
     * @param exceptions the members, at least one
     * @return the group
     * @throws IllegalArgumentException if there is no member, or one is null
     */
    static Throwable of(String message, List<? extends Throwable> exceptions) {
        return GroupMembers.of(message, exceptions).toGroup().asThrowable();
    }

    /**
     * The members.
     *
     * @return an unmodifiable list that is never empty, in the order given
     */
    List<Throwable> exceptions();

    /**
     * The message the group was made with; {@link Throwable#getMessage} adds the number of members.
     *
     * @return the message
     */
    String message();

    /**
     * Divides the group in two by a condition, which is asked about the group itself first, then about each member, and
     * the members of members. A group for which it holds goes to the matching part whole; the others are divided.
     *
     * <p>Both parts keep the nesting of the original, and its stack trace, cause and suppressed exceptions.
     *
     * @param condition what to look for
     * @return the two parts
     */
    Split<? extends ThrowableGroup> split(Predicate<? super Throwable> condition);

    /**
     * As {@link #split(Predicate)}, by type.
     *
     * @param type what to look for
     * @return the part with the members of this type, and the rest
     */
    Split<? extends ThrowableGroup> split(Class<? extends Throwable> type);

    /**
     * The matching part of {@link #split(Predicate)}.
     *
     * @param condition what to look for
     * @return the part, or null if nothing matches
     */
    default @Nullable ThrowableGroup subgroup(Predicate<? super Throwable> condition) {
        return split(condition).matching();
    }

    /**
     * The matching part of {@link #split(Class)}.
     *
     * @param type what to look for
     * @return the part, or null if nothing matches
     */
    default @Nullable ThrowableGroup subgroup(Class<? extends Throwable> type) {
        return split(type).matching();
    }

    /**
     * Makes a group like this one with other members, without stack trace, cause and suppressed exceptions of this one:
     * {@code split} and {@code subgroup} make their parts with it and add those. Override it in a subclass that has more
     * than a message, or is to stay of its class.
     *
     * @param exceptions some of the members, at least one, or parts of them
     * @return a new group
     */
    ThrowableGroup derive(List<? extends Throwable> exceptions);

    /**
     * This group as what it is besides.
     *
     * @return this
     */
    default Throwable asThrowable() {
        return switch (this) {
            case ExceptionGroup group -> group;
            case BaseExceptionGroup group -> group;
        };
    }

    /**
     * The two parts of a group; at least one of them is there.
     *
     * @param <G> the kind of group
     * @param matching the part that matches, or null
     * @param rest the part that does not, or null
     */
    record Split<G extends ThrowableGroup>(
            @Nullable G matching, @Nullable G rest) {}
}
