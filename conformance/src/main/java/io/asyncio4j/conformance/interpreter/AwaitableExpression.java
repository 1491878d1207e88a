package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Awaitable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression for something to wait for. */
sealed interface AwaitableExpression {

    /** Refuses an unbound variable before anything has been created. */
    void check(Frame frame);

    /** Makes the awaitable; call {@link #check} first. */
    Awaitable<@Nullable Object> make(Frame frame);

    /** How a trace entry names it. */
    String description();

    default Awaitable<@Nullable Object> checkedAndMade(Frame frame) {
        check(frame);
        return make(frame);
    }

    static AwaitableExpression read(@Nullable Object json) {
        if (json instanceof String variable) {
            return new Variable(variable);
        }
        Arguments arguments = new Arguments(json instanceof List<?> list && !list.isEmpty() ? list : List.of(""));
        return switch (String.valueOf(arguments.statement().getFirst())) {
            case "coro" -> new NewCoroutine(arguments.text(0));
            case "shield" -> new Shield(arguments.awaitable(0));
            case "gather" -> new Gather(arguments.awaitables(0), arguments.flag(1));
            default -> throw new MalformedProgramException("not an awaitable expression: " + json);
        };
    }

    /**
     * The future or task in a variable.
     *
     * @param name the variable
     */
    record Variable(String name) implements AwaitableExpression {
        @Override
        public void check(Frame frame) {
            frame.future(name);
        }

        @Override
        public Awaitable<@Nullable Object> make(Frame frame) {
            return frame.future(name);
        }

        @Override
        public String description() {
            return name;
        }
    }

    /**
     * A new coroutine object.
     *
     * @param name the coroutine
     */
    record NewCoroutine(String name) implements AwaitableExpression {
        @Override
        public void check(Frame frame) {
            // names no variable
        }

        @Override
        public Awaitable<@Nullable Object> make(Frame frame) {
            return frame.newCoroutine(name);
        }

        @Override
        public String description() {
            return name + "()";
        }
    }

    /**
     * A shield around an awaitable.
     *
     * @param operand the awaitable
     */
    record Shield(AwaitableExpression operand) implements AwaitableExpression {
        @Override
        public void check(Frame frame) {
            operand.check(frame);
        }

        @Override
        public Awaitable<@Nullable Object> make(Frame frame) {
            return Asyncio.shield(operand.make(frame));
        }

        @Override
        public String description() {
            return "shield";
        }
    }

    /**
     * The results of several awaitables.
     *
     * @param operands the awaitables
     * @param returnExceptions whether exceptions count as results
     */
    record Gather(List<AwaitableExpression> operands, boolean returnExceptions) implements AwaitableExpression {
        @Override
        public void check(Frame frame) {
            operands.forEach(operand -> operand.check(frame));
        }

        @Override
        public Awaitable<@Nullable Object> make(Frame frame) {
            List<Awaitable<@Nullable Object>> awaitables =
                    operands.stream().map(operand -> operand.make(frame)).toList();
            if (returnExceptions) {
                return Frame.ofObjects(Asyncio.gather(true, awaitables));
            }
            return Frame.ofObjects(Asyncio.gather(awaitables));
        }

        @Override
        public String description() {
            return "gather";
        }
    }
}
