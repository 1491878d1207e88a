package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import org.jspecify.annotations.Nullable;

/** A coroutine of a program, instantiated. Two of them are never equal, as with Python's coroutine objects. */
final class CoroutineObject implements Coroutine<@Nullable Object> {

    private final Interpretation run;
    private final String name;
    private final Block block;

    CoroutineObject(Interpretation run, String name, Block block) {
        this.run = run;
        this.name = name;
        this.block = block;
    }

    @Override
    public @Nullable Object await() throws Exception {
        Task<?> task = Asyncio.currentTask();
        if (task == null) {
            throw run.unusable("coroutine " + name + " runs outside a task");
        }
        run.labels().entered(task, name);
        Signal signal;
        try {
            signal = block.execute(new Frame(run));
        } catch (UnusableProgramException unusable) {
            throw run.unusable(unusable);
        }
        return switch (signal) {
            case Signal.Flow.NEXT -> null;
            case Signal.Return(Object value) -> value;
            case Signal.Flow.BREAK -> throw run.unusable("break outside a loop");
        };
    }

    @Override
    public String toString() {
        return name + "()";
    }
}
