package io.asyncio4j.context;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A variable whose value belongs to the current {@link Context}: each task sees its own.
 *
 * <p>Make one in a {@code static final} field. A task gets a copy of the context of whoever created it; what it sets is
 * seen by itself and by what it starts afterwards, and stays unseen by its creator and its siblings. Values are not
 * null. May be used on any thread, each of which has a context of its own. Follows Python's
 * {@code contextvars.ContextVar}.
 *
 * @param <T> the values
 */
public final class ContextVar<T> {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    // Fixed. The number is what the variable is sorted under in a VariableMap.
    final int number = NUMBERS.getAndIncrement();
    private final String name;
    private final @Nullable T defaultValue;

    private ContextVar(String name, @Nullable T defaultValue) {
        this.name = Objects.requireNonNull(name, "the name of a context variable");
        this.defaultValue = defaultValue;
    }

    /**
     * A variable without a default.
     *
     * @param <T> the values
     * @param name shown in messages
     * @return the variable
     */
    public static <T> ContextVar<T> of(String name) {
        return new ContextVar<>(name, null);
    }

    /**
     * A variable with a default.
     *
     * @param <T> the values
     * @param name shown in messages
     * @param defaultValue what {@link #get()} returns in a context that has no value
     * @return the variable
     */
    public static <T> ContextVar<T> of(String name, T defaultValue) {
        return new ContextVar<>(name, Objects.requireNonNull(defaultValue, "the default value"));
    }

    /**
     * The name given at creation.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The value in the current context, else the variable's default.
     *
     * @return the value
     * @throws NoSuchElementException if there is neither
     */
    public T get() {
        T value = find(Context.current());
        if (value != null) {
            return value;
        }
        if (defaultValue != null) {
            return defaultValue;
        }
        throw new NoSuchElementException("context variable '" + name
                + "' has no value in the current context and no default: set it, or ask with get(default)");
    }

    /**
     * The value in the current context, else the given one, else the variable's default.
     *
     * @param fallback what to return where the context has no value
     * @return the value
     */
    public @Nullable T get(@Nullable T fallback) {
        T value = find(Context.current());
        if (value != null) {
            return value;
        }
        return fallback != null ? fallback : defaultValue;
    }

    /**
     * Sets the value in the current context.
     *
     * @param value the new value
     * @return what takes the change back, see {@link #reset}
     */
    public Token<T> set(T value) {
        Objects.requireNonNull(value, "the value of a context variable");
        Context context = Context.current();
        Token<T> token = new Token<>(this, context, find(context));
        context.change(context.variables().with(this, value));
        return token;
    }

    /**
     * Takes back the {@link #set} that made this token: the variable has again the value, or none, that it had before.
     *
     * @param token from a {@code set} of this variable in the current context, not used before
     * @throws IllegalStateException if the token has been used
     * @throws IllegalArgumentException if it is another variable's, or was made in another context
     */
    public void reset(Token<T> token) {
        token.use(this, Context.current());
        Context context = Context.current();
        T old = token.oldValue();
        VariableMap now = context.variables();
        context.change(old == null ? now.without(this) : now.with(this, old));
    }

    @SuppressWarnings("unchecked") // only set() puts values in, and it takes a T
    @Nullable
    T find(Context context) {
        return (T) context.variables().get(this);
    }

    @Override
    public String toString() {
        return "<ContextVar name=" + name + (defaultValue == null ? "" : " default=" + defaultValue) + ">";
    }
}
