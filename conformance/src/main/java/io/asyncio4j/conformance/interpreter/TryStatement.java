package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.CoroutineExit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code try} with handlers, {@code else} and {@code finally}, as in Python. What ends the interpretation, or a task
 * of a closed loop, passes by all of them.
 */
record TryStatement(Block body, List<Handler> handlers, Block otherwise, Block last) implements Statement {

    /**
     * A handler.
     *
     * @param kinds what it catches, if any of them fits
     * @param block what it does
     */
    record Handler(List<Predicate<Throwable>> kinds, Block block) {

        static Handler read(Arguments arguments) {
            List<Predicate<Throwable>> kinds = new ArrayList<>();
            arguments.texts(0).forEach(kind -> kinds.add(ExceptionKind.handler(kind)));
            return new Handler(kinds, arguments.block(1));
        }

        boolean catches(Throwable exception) {
            return kinds.stream().anyMatch(kind -> kind.test(exception));
        }
    }

    static TryStatement read(Arguments arguments) {
        List<Handler> handlers = new ArrayList<>();
        for (Object handler : arguments.list(1)) {
            List<Object> statement = new ArrayList<>(List.of("except"));
            statement.addAll(handler instanceof List<?> list ? list : List.of());
            handlers.add(Handler.read(new Arguments(statement)));
        }
        return new TryStatement(arguments.block(0), handlers, arguments.block(2), arguments.block(3));
    }

    @Override
    public Signal execute(Frame frame) throws Exception {
        Signal signal;
        try {
            signal = guarded(frame);
        } catch (UnusableProgramException | CoroutineExit notTheProgram) {
            throw notTheProgram;
        } catch (Throwable pending) {
            Signal instead = last.execute(frame);
            if (instead != Signal.Flow.NEXT) {
                return instead;
            }
            throw Undeclared.<RuntimeException>raise(pending);
        }
        Signal instead = last.execute(frame);
        return instead != Signal.Flow.NEXT ? instead : signal;
    }

    private Signal guarded(Frame frame) throws Exception {
        Signal signal;
        try {
            signal = body.execute(frame);
        } catch (UnusableProgramException | CoroutineExit notTheProgram) {
            throw notTheProgram;
        } catch (Throwable exception) {
            return handled(frame, exception);
        }
        return signal == Signal.Flow.NEXT ? otherwise.execute(frame) : signal;
    }

    private Signal handled(Frame frame, Throwable exception) throws Exception {
        for (Handler handler : handlers) {
            if (handler.catches(exception)) {
                frame.log("caught", ExceptionKind.text(exception));
                frame.handling().push(exception);
                try {
                    return handler.block().execute(frame);
                } finally {
                    frame.handling().pop();
                }
            }
        }
        throw Undeclared.<RuntimeException>raise(exception);
    }
}
