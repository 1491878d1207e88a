package io.asyncio4j.conformance.interpreter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of a statement as it stands in the JSON text, counted from 0. Those at the end may be missing. */
record Arguments(List<?> statement) {

    int count() {
        return statement.size() - 1;
    }

    /** The argument itself; null if it is null or missing. */
    @Nullable
    Object json(int index) {
        return index < count() ? statement.get(index + 1) : null;
    }

    String text(int index) {
        return required(index, optionalText(index));
    }

    @Nullable
    String optionalText(int index) {
        return switch (json(index)) {
            case null -> null;
            case String text -> text;
            case Object other -> throw malformed(index, "a string, not " + other);
        };
    }

    /** A message: a string, or anything else as a string. */
    @Nullable
    String message(int index) {
        return json(index) == null ? null : String.valueOf(json(index));
    }

    List<String> texts(int index) {
        return list(index).stream().map(String::valueOf).toList();
    }

    List<?> list(int index) {
        return switch (json(index)) {
            case null -> List.of();
            case List<?> list -> list;
            case Object other -> throw malformed(index, "a list, not " + other);
        };
    }

    int number(int index, int ifMissing) {
        return switch (json(index)) {
            case null -> ifMissing;
            case Long number -> Math.toIntExact(number);
            case Object other -> throw malformed(index, "a whole number, not " + other);
        };
    }

    int number(int index) {
        required(index, json(index));
        return number(index, 0);
    }

    boolean flag(int index) {
        return Boolean.TRUE.equals(json(index));
    }

    Duration duration(int index) {
        return required(index, optionalDuration(index));
    }

    @Nullable
    Duration optionalDuration(int index) {
        return Seconds.toDuration(json(index));
    }

    @Nullable
    Long optionalInstant(int index) {
        return Seconds.toNanoseconds(json(index));
    }

    Value value(int index) {
        return Value.read(json(index));
    }

    /** A block; an empty one if it is missing. */
    Block block(int index) {
        return json(index) == null ? Block.EMPTY : Vocabulary.readBlock(json(index));
    }

    AwaitableExpression awaitable(int index) {
        return AwaitableExpression.read(json(index));
    }

    List<AwaitableExpression> awaitables(int index) {
        return list(index).stream().map(AwaitableExpression::read).toList();
    }

    ProgramCondition condition(int index) {
        return ProgramCondition.read(json(index));
    }

    Options options(int index) {
        return switch (json(index)) {
            case null -> new Options(Map.of());
            case Map<?, ?> members -> new Options(members);
            case Object other -> throw malformed(index, "an object, not " + other);
        };
    }

    private <T> T required(int index, @Nullable T argument) {
        if (argument == null) {
            throw malformed(index, "given");
        }
        return Objects.requireNonNull(argument);
    }

    private MalformedProgramException malformed(int index, String expectation) {
        return new MalformedProgramException("argument " + index + " must be " + expectation + ": " + statement);
    }
}
