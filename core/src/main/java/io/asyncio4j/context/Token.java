package io.asyncio4j.context;

import org.jspecify.annotations.Nullable;

/**
 * What {@link ContextVar#set} returns: the way back to the value before. Usable once, in the context it was made in.
 * Follows Python's {@code contextvars.Token}.
 *
 * @param <T> the variable's values
 */
public final class Token<T> {
    private final ContextVar<T> variable;
    private final Context context;
    private final @Nullable T oldValue;
    private boolean used;

    Token(ContextVar<T> variable, Context context, @Nullable T oldValue) {
        this.variable = variable;
        this.context = context;
        this.oldValue = oldValue;
    }

    /**
     * The variable that was set.
     *
     * @return the variable
     */
    public ContextVar<T> var() {
        return variable;
    }

    /**
     * The value before the {@code set}.
     *
     * @return the value, or null where the context had none
     */
    public @Nullable T oldValue() {
        return oldValue;
    }

    void use(ContextVar<T> by, Context in) {
        if (used) {
            throw new IllegalStateException(this + " has already been used once");
        }
        if (by != variable) {
            throw new IllegalArgumentException(this + " was made by another variable than " + by);
        }
        if (in != context) {
            throw new IllegalArgumentException(
                    this + " was made in another context than the current one: reset it in the task that set it");
        }
        used = true;
    }

    @Override
    public String toString() {
        return "<Token" + (used ? " used" : "") + " var=" + variable + ">";
    }
}
