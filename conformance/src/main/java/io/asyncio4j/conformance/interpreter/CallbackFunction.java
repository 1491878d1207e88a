package io.asyncio4j.conformance.interpreter;

import java.util.function.Consumer;

/** A callback of a program: one object per name, since removing a callback goes by identity. */
final class CallbackFunction implements Runnable, Consumer<Object> {

    private final Interpretation run;
    private final String name;
    private final Block block;

    CallbackFunction(Interpretation run, String name, Block block) {
        this.run = run;
        this.name = name;
        this.block = block;
    }

    @Override
    public void run() {
        if (run.isOver()) {
            return;
        }
        try {
            run.log("cb", name);
            block.execute(new Frame(run));
        } catch (UnusableProgramException unusable) {
            throw run.unusable(unusable);
        } catch (Exception exception) {
            throw Undeclared.<RuntimeException>raise(exception);
        }
    }

    @Override
    public void accept(Object future) {
        run();
    }

    @Override
    public String toString() {
        return name;
    }
}
