package io.asyncio4j.context;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The values of all {@link ContextVar}s in one place, of one task for example.
 *
 * <p>A context changes only while it is the current one, by {@link ContextVar#set}. {@link #copy} costs O(1). Every
 * thread begins with an empty context of its own; tasks, callbacks and {@link #run} bring others. Not thread-safe: give
 * another thread a copy. Follows Python's {@code contextvars.Context}.
 */
public final class Context {
    // Changed by ContextVar while this context is current.
    private VariableMap variables;

    // These variables for others to begin with; of a snapshot, itself. Null until asked for, and after a change.
    private @Nullable Context snapshot;

    /** A context without values. */
    public Context() {
        this(VariableMap.Empty.MAP);
    }

    private Context(VariableMap variables) {
        this.variables = variables;
    }

    VariableMap variables() {
        return variables;
    }

    void change(VariableMap to) {
        checkNoSnapshot();
        variables = to;
        snapshot = null;
    }

    /**
     * The values as they are now, one object for all who begin with them. Not to be entered or changed: who needs a context
     * of its own makes a copy.
     */
    Context snapshot() {
        Context now = snapshot;
        if (now == null) {
            now = new Context(variables);
            now.snapshot = now;
            snapshot = now;
        }
        return now;
    }

    boolean isSnapshot() {
        return snapshot == this;
    }

    void checkNoSnapshot() {
        if (isSnapshot()) {
            throw new IllegalStateException(this + " is a snapshot, which others begin with: enter a copy() of it");
        }
    }

    static Context current() {
        return ContextStack.ofCurrentThread().current();
    }

    /**
     * A copy of the current context.
     *
     * @return the copy
     */
    public static Context copyContext() {
        return current().copy();
    }

    /**
     * A context with the values of this one; from now on each changes by itself.
     *
     * @return the copy
     */
    public Context copy() {
        return new Context(variables);
    }

    /**
     * Calls the function with this context as the current one. What the function sets stays set in this context.
     *
     * @param <T> the function's result
     * @param function what to call
     * @return what it returned
     * @throws IllegalStateException if this context is already entered here, that is, if a {@code run} of it, or the
     *     task or callback it belongs to, is under way on this thread
     * @throws Exception what the function throws
     */
    public <T extends @Nullable Object> T run(Callable<T> function) throws Exception {
        Objects.requireNonNull(function, "the function to run");
        ContextStack stack = ContextStack.ofCurrentThread();
        stack.push(this);
        try {
            return function.call();
        } finally {
            stack.pop();
        }
    }

    /**
     * Calls the function with this context as the current one.
     *
     * @param function what to call
     * @throws IllegalStateException as {@link #run(Callable)}
     */
    public void run(Runnable function) {
        Objects.requireNonNull(function, "the function to run");
        ContextStack stack = ContextStack.ofCurrentThread();
        stack.push(this);
        try {
            function.run();
        } finally {
            stack.pop();
        }
    }

    /**
     * The variable's value in this context; its default does not count.
     *
     * @param <T> the values
     * @param variable the variable
     * @return the value, or null where this context has none
     */
    public <T> @Nullable T get(ContextVar<T> variable) {
        return variable.find(this);
    }

    /**
     * The variable's value in this context, else the given one.
     *
     * @param <T> the values
     * @param variable the variable
     * @param fallback what to return where this context has no value
     * @return the value
     */
    public <T> T get(ContextVar<T> variable, T fallback) {
        T value = variable.find(this);
        return value != null ? value : fallback;
    }

    /**
     * Whether this context has a value for the variable.
     *
     * @param variable the variable
     * @return true if it has
     */
    public boolean contains(ContextVar<?> variable) {
        return variables.get(variable) != null;
    }

    /**
     * How many variables have a value here.
     *
     * @return the number
     */
    public int size() {
        return variables.size();
    }

    /**
     * The variables and their values at this moment.
     *
     * @return a map of its own
     */
    public Map<ContextVar<?>, Object> asMap() {
        Map<ContextVar<?>, Object> map = new LinkedHashMap<>();
        variables.forEach(map::put);
        return map;
    }

    @Override
    public String toString() {
        return "<Context " + asMap().values() + ">";
    }
}
