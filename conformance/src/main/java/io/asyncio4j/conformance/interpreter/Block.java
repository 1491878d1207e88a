package io.asyncio4j.conformance.interpreter;

import java.util.List;

/** Statements in order. A statement that names an unbound variable does nothing but log that. */
record Block(List<Statement> statements) implements Statement {

    static final Block EMPTY = new Block(List.of());

    @Override
    public Signal execute(Frame frame) throws Exception {
        for (Statement statement : statements) {
            if (frame.isOver()) {
                return new Signal.Return(null);
            }
            Signal signal;
            try {
                signal = statement.execute(frame);
            } catch (UnboundVariableException unbound) {
                frame.log("unbound", unbound.variable());
                continue;
            }
            if (signal != Signal.Flow.NEXT) {
                return signal;
            }
        }
        return Signal.Flow.NEXT;
    }
}
