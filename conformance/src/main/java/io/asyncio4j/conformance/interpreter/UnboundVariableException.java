package io.asyncio4j.conformance.interpreter;

/** A statement names a variable that is not bound; the block around it makes this a trace entry. */
final class UnboundVariableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String variable;

    UnboundVariableException(String variable) {
        super(variable, null, false, false);
        this.variable = variable;
    }

    String variable() {
        return variable;
    }
}
