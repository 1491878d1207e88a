package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.ThrowableGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Values, branches, loops and exceptions. */
final class ControlFlow {

    private ControlFlow() {}

    static void addTo(Vocabulary vocabulary) {
        vocabulary.action("log", arguments -> {
            Value value = arguments.value(0);
            return frame -> frame.log("log", value.in(frame));
        });
        vocabulary.action("set", arguments -> {
            String variable = arguments.text(0);
            Value value = arguments.value(1);
            return frame -> frame.bind(variable, value.in(frame));
        });
        vocabulary.action("add", arguments -> {
            String variable = arguments.text(0);
            long summand = arguments.number(1);
            return frame -> frame.bind(variable, frame.variable(variable, Long.class) + summand);
        });
        vocabulary.control("return", arguments -> {
            Value value = arguments.value(0);
            return frame -> new Signal.Return(value.in(frame));
        });
        vocabulary.control("break", arguments -> frame -> Signal.Flow.BREAK);
        vocabulary.control("if", arguments -> {
            ProgramCondition condition = arguments.condition(0);
            Block then = arguments.block(1);
            Block otherwise = arguments.block(2);
            return frame -> (condition.holds(frame) ? then : otherwise).execute(frame);
        });
        vocabulary.control("while", arguments -> {
            ProgramCondition condition = arguments.condition(0);
            Block body = arguments.block(1);
            return frame -> loop(frame, body, () -> condition.holds(frame));
        });
        vocabulary.control("repeat", arguments -> {
            int times = arguments.number(0);
            Block body = arguments.block(1);
            return frame -> {
                int[] left = {times};
                return loop(frame, body, () -> left[0]-- > 0);
            };
        });
        addExceptionsTo(vocabulary);
    }

    private static void addExceptionsTo(Vocabulary vocabulary) {
        vocabulary.control("try", TryStatement::read);
        vocabulary.control("raise", arguments -> {
            Supplier<Throwable> exception = exception(arguments);
            return frame -> {
                throw Undeclared.<RuntimeException>raise(exception.get());
            };
        });
        vocabulary.control("reraise", arguments -> frame -> {
            Throwable handled = frame.handling().peek();
            if (handled == null) {
                throw new UnusableProgramException("reraise outside a handler");
            }
            throw Undeclared.<RuntimeException>raise(handled);
        });
    }

    private static Signal loop(Frame frame, Block body, Supplier<Boolean> again) throws Exception {
        while (again.get()) {
            Signal signal = body.execute(frame);
            if (signal == Signal.Flow.BREAK) {
                return Signal.Flow.NEXT;
            }
            if (signal != Signal.Flow.NEXT) {
                return signal;
            }
        }
        return Signal.Flow.NEXT;
    }

    /** What {@code [..., kind, message]} makes, each time anew; with a list of such, a group. */
    private static Supplier<Throwable> exception(Arguments arguments) {
        String kind = arguments.text(0);
        if (!kind.equals("ExceptionGroup")) {
            String message = arguments.message(1);
            return () -> ExceptionKind.make(kind, message);
        }
        List<Supplier<Throwable>> members = new ArrayList<>();
        for (Object member : arguments.list(1)) {
            List<Object> statement = new ArrayList<>(List.of("raise"));
            statement.addAll(member instanceof List<?> list ? list : List.of());
            members.add(exception(new Arguments(statement)));
        }
        return () -> {
            List<Throwable> exceptions = new ArrayList<>();
            members.forEach(member -> exceptions.add(member.get()));
            return ThrowableGroup.of("group", exceptions);
        };
    }
}
