package io.asyncio4j.conformance.interpreter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All operations of the language by name, and how their statements are read. */
final class Vocabulary {

    private static final Vocabulary LANGUAGE = new Vocabulary();

    private final Map<String, Function<Arguments, Statement>> operations = new LinkedHashMap<>();

    private Vocabulary() {
        ControlFlow.addTo(this);
        TaskOperations.addTo(this);
        WaitingOperations.addTo(this);
        ScopeOperations.addTo(this);
        FutureOperations.addTo(this);
        ContextOperations.addTo(this);
        SynchronizationOperations.addTo(this);
        QueueOperations.addTo(this);
    }

    /** Adds an operation that decides what comes after it. */
    void control(String name, Function<Arguments, Statement> reader) {
        if (operations.put(name, reader) != null) {
            throw new IllegalStateException("two operations with one name: " + name);
        }
    }

    /** Adds an operation after which the next statement follows. */
    void action(String name, Function<Arguments, Statement.Action> reader) {
        control(name, arguments -> reader.apply(arguments).asStatement());
    }

    static Block readBlock(@Nullable Object json) {
        if (!(json instanceof List<?> list)) {
            throw new MalformedProgramException("a block is a list of statements: " + json);
        }
        List<Statement> statements = new ArrayList<>();
        list.forEach(statement -> statements.add(readStatement(statement)));
        return new Block(List.copyOf(statements));
    }

    private static Statement readStatement(@Nullable Object json) {
        if (!(json instanceof List<?> list) || list.isEmpty() || !(list.getFirst() instanceof String name)) {
            throw new MalformedProgramException("a statement is a list that begins with its operation: " + json);
        }
        Function<Arguments, Statement> reader = LANGUAGE.operations.get(name);
        if (reader == null) {
            throw new MalformedProgramException("no operation " + name + ": " + json);
        }
        return reader.apply(new Arguments(list));
    }
}
