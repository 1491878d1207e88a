package io.asyncio4j.context;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from context variables to values: a binary trie over the variables' numbers.
 *
 * <p>Copying is sharing; a change copies the path from the root, some {@code log2(n)} nodes. Each leaf holds one
 * variable; a branch separates its two sides by the lowest bit in which their numbers differ, so the shape depends on
 * the content alone. (The idea is Okasaki and Gill's «Fast Mergeable Integer Maps», 1998.)
 */
sealed interface VariableMap {

    /** No variables. */
    record Empty() implements VariableMap {
        static final Empty MAP = new Empty();
    }

    /** One variable and its value. */
    record Leaf(ContextVar<?> variable, Object value) implements VariableMap {}

    /** Variables whose number has {@code bit} clear on the left, set on the right; below the bit all agree with {@code prefix}. */
    record Branch(int prefix, int bit, int size, VariableMap left, VariableMap right) implements VariableMap {

        static VariableMap of(int prefix, int bit, VariableMap left, VariableMap right) {
            if (left instanceof Empty) {
                return right;
            }
            return right instanceof Empty ? left : new Branch(prefix, bit, left.size() + right.size(), left, right);
        }

        boolean covers(int number) {
            return (number & (bit - 1)) == prefix;
        }
    }

    /** How many variables have a value. */
    default int size() {
        return switch (this) {
            case Empty empty -> 0;
            case Leaf leaf -> 1;
            case Branch branch -> branch.size;
        };
    }

    /** The variable's value as it was stored, or null where it has none. */
    default @Nullable Object get(ContextVar<?> variable) {
        VariableMap map = this;
        while (map instanceof Branch branch) {
            map = (variable.number & branch.bit) == 0 ? branch.left : branch.right;
        }
        return map instanceof Leaf leaf && leaf.variable == variable ? leaf.value : null;
    }

    /** This map with the variable's value replaced. */
    default VariableMap with(ContextVar<?> variable, Object value) {
        int number = variable.number;
        return switch (this) {
            case Empty empty -> new Leaf(variable, value);
            case Leaf leaf ->
                leaf.variable == variable
                        ? new Leaf(variable, value)
                        : join(number, new Leaf(variable, value), leaf.variable.number, leaf);
            case Branch branch
            when !branch.covers(number) -> join(number, new Leaf(variable, value), branch.prefix, branch);
            case Branch branch
            when (number & branch.bit) == 0 ->
                Branch.of(branch.prefix, branch.bit, branch.left.with(variable, value), branch.right);
            case Branch branch -> Branch.of(branch.prefix, branch.bit, branch.left, branch.right.with(variable, value));
        };
    }

    /** This map without the variable. */
    default VariableMap without(ContextVar<?> variable) {
        return switch (this) {
            case Empty empty -> this;
            case Leaf leaf -> leaf.variable == variable ? Empty.MAP : this;
            case Branch branch
            when (variable.number & branch.bit) == 0 ->
                Branch.of(branch.prefix, branch.bit, branch.left.without(variable), branch.right);
            case Branch branch -> Branch.of(branch.prefix, branch.bit, branch.left, branch.right.without(variable));
        };
    }

    /** Calls the action with each variable and its stored value. */
    default void forEach(BiConsumer<ContextVar<?>, Object> action) {
        switch (this) {
            case Empty empty -> {}
            case Leaf leaf -> action.accept(leaf.variable, leaf.value);
            case Branch branch -> {
                branch.left.forEach(action);
                branch.right.forEach(action);
            }
        }
    }

    private static VariableMap join(int number, VariableMap map, int otherNumber, VariableMap other) {
        int bit = Integer.lowestOneBit(number ^ otherNumber);
        int prefix = number & (bit - 1);
        int size = map.size() + other.size();
        return (number & bit) == 0
                ? new Branch(prefix, bit, size, map, other)
                : new Branch(prefix, bit, size, other, map);
    }
}
