package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.VirtualClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a program, on a loop of its own whose time is virtual. */
public final class Interpretation {

    private final Program program;
    private final Labels labels = new Labels();
    private final Trace trace = new Trace();
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private final Map<String, CallbackFunction> callbacks = new HashMap<>();
    private final Map<String, ContextVar<Optional<Object>>> contextVariables = new HashMap<>();
    private @Nullable EventLoop loop;
    private @Nullable UnusableProgramException unusable;

    // Written from any thread. Once true, nothing is executed or logged any more.
    private volatile boolean over;

    /**
     * Prepares a run.
     *
     * @param program what to run
     */
    public Interpretation(Program program) {
        this.program = program;
    }

    /**
     * Runs the program. Once only.
     *
     * @return the trace: lists of JSON values, the last one of which tells the outcome
     * @throws UnusableProgramException if the program does what no scenario does
     */
    public List<@Nullable Object> run() {
        EventLoop fresh = new EventLoop(VirtualClock.detectingDeadlock());
        loop = fresh;
        fresh.setExceptionHandler((reporter, report) -> logReport(report));
        if (program.eager()) {
            fresh.setTaskFactory(Asyncio.eagerTaskFactory());
        }
        Coroutine<@Nullable Object> main = this::main;
        String how;
        Object outcome;
        try {
            Object value = Asyncio.run(main, () -> fresh);
            how = "returned";
            outcome = CanonicalText.of(value);
        } catch (Throwable exception) {
            how = "raised";
            outcome = ExceptionKind.text(exception);
        }
        over = true;
        if (unusable != null) {
            throw unusable;
        }
        trace.end(how, outcome);
        return trace.entries();
    }

    /** Makes what is still running end as soon as it can. For a run that takes too long; from any thread. */
    public void abandon() {
        over = true;
    }

    private @Nullable Object main() throws Exception {
        Task<?> task = Asyncio.currentTask();
        if (task == null) {
            throw unusable("main runs outside a task");
        }
        task.setName("main");
        labels.given("main");
        variables.put("main", task);
        return new CoroutineObject(this, "main", program.coroutine("main")).await();
    }

    // ---- the trace

    void log(String event, @Nullable Object... what) {
        if (isOver()) {
            return;
        }
        Task<?> task = Asyncio.currentTask(loop());
        trace.add(Seconds.ofNanoseconds(loop().time()), task == null ? "-" : labels.of(task), event, what);
    }

    private void logReport(ExceptionContext report) {
        // When the garbage collector finds something is no matter of behaviour.
        if (report.message().endsWith("never retrieved") || report.message().endsWith("it is pending!")) {
            return;
        }
        Throwable exception = report.exception();
        log("handler", exception == null ? null : ExceptionKind.text(exception));
    }

    /** Ends the run: its trace is worth nothing. Returns the error for the caller to throw. */
    UnusableProgramException unusable(UnusableProgramException error) {
        if (unusable == null) {
            unusable = error;
        }
        over = true;
        return error;
    }

    UnusableProgramException unusable(String why) {
        return unusable(new UnusableProgramException(why));
    }

    /** Also true when the loop is closed: then tasks that are left are destroyed, which belongs to no trace. */
    boolean isOver() {
        return over || loop().isClosed();
    }

    // ---- what all frames share

    Program program() {
        return program;
    }

    EventLoop loop() {
        if (loop == null) {
            throw new IllegalStateException("the run has not begun");
        }
        return loop;
    }

    Labels labels() {
        return labels;
    }

    Map<String, @Nullable Object> variables() {
        return variables;
    }

    CallbackFunction callback(String name) {
        return callbacks.computeIfAbsent(name, key -> new CallbackFunction(this, key, program.callback(key)));
    }

    /** The language's context variables may hold null, the library's may not. */
    ContextVar<Optional<Object>> contextVariable(String name) {
        return contextVariables.computeIfAbsent(name, key -> ContextVar.of(key, Optional.empty()));
    }
}
