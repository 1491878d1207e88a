package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What one instantiation of a coroutine, or one call of a callback, has for itself; and its view of the whole run. */
final class Frame {

    private final Interpretation run;
    private final Deque<Throwable> handling = new ArrayDeque<>();
    private @Nullable Object last;

    Frame(Interpretation run) {
        this.run = run;
    }

    Interpretation run() {
        return run;
    }

    EventLoop loop() {
        return run.loop();
    }

    boolean isOver() {
        return run.isOver();
    }

    /** The exceptions whose handlers are being executed, the innermost first. */
    Deque<Throwable> handling() {
        return handling;
    }

    // ---- results and the trace

    @Nullable
    Object last() {
        return last;
    }

    /** Numbers are kept in their canonical form, so that equal ones are equal. */
    void setLast(@Nullable Object result) {
        last = result instanceof Number number ? CanonicalText.number(number.doubleValue()) : result;
    }

    void log(String event, @Nullable Object... what) {
        run.log(event, what);
    }

    /** Logs an operation with a result, the last item, which becomes the last result. */
    void result(String event, @Nullable Object... what) {
        setLast(what[what.length - 1]);
        run.log(event, what);
    }

    // ---- variables

    void bind(String variable, @Nullable Object value) {
        run.variables().put(variable, value);
    }

    @Nullable
    Object variable(String name) {
        if (name.equals("@me")) {
            Task<?> task = Asyncio.currentTask(loop());
            if (task == null) {
                throw new UnusableProgramException("@me outside a task");
            }
            return task;
        }
        Object value = run.variables().get(name);
        if (value == null && !run.variables().containsKey(name)) {
            throw new UnboundVariableException(name);
        }
        return value;
    }

    <T> T variable(String name, Class<T> type) {
        Object value = variable(name);
        if (!type.isInstance(value)) {
            throw new UnusableProgramException(name + " is not a " + type.getSimpleName() + ": " + value);
        }
        return type.cast(value);
    }

    Future<@Nullable Object> future(String name) {
        return ofObjects(variable(name, Future.class));
    }

    Task<?> task(String name) {
        return variable(name, Task.class);
    }

    // ---- coroutines

    /** A new coroutine object: awaiting it runs the coroutine in the task that awaits. */
    Coroutine<@Nullable Object> newCoroutine(String name) {
        return new CoroutineObject(run, name, run.program().coroutine(name));
    }

    /** A future of whatever it is a future of: a program's values have no static type. */
    @SuppressWarnings("unchecked")
    static Future<@Nullable Object> ofObjects(Future<?> future) {
        return (Future<@Nullable Object>) future;
    }
}
