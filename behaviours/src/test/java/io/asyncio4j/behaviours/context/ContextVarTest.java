package io.asyncio4j.behaviours.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.context.Token;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ContextVarTest {
    private final ContextVar<String> variable = ContextVar.of("variable");
    private final ContextVar<String> withDefault = ContextVar.of("with default", "default");

    @Test
    void withoutValueAndDefaultGetIsRefused() {
        assertThatThrownBy(variable::get)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("'variable'");
    }

    @Test
    void withoutValueGetGivesTheDefault() {
        assertThat(withDefault.get()).isEqualTo("default");
    }

    @Test
    void withoutValueGetGivesTheFallbackBeforeTheDefault() {
        assertThat(withDefault.get("fallback")).isEqualTo("fallback");
        assertThat(variable.get("fallback")).isEqualTo("fallback");
    }

    @Test
    void withoutFallbackGetGivesTheDefaultOrNull() {
        assertThat(withDefault.get(null)).isEqualTo("default");
        assertThat(variable.get(null)).isNull();
    }

    @Test
    void valueIsGivenBeforeFallbackAndDefault() {
        withDefault.set("value");
        assertThat(withDefault.get()).isEqualTo("value");
        assertThat(withDefault.get("fallback")).isEqualTo("value");
    }

    @Test
    void nameIsKept() {
        assertThat(variable.name()).isEqualTo("variable");
    }

    @Test
    void twoVariablesOfOneNameAreTwo() {
        ContextVar<String> other = ContextVar.of("variable");
        variable.set("value");
        assertThat(other.get("none")).isEqualTo("none");
    }

    @Test
    void resetBringsTheValueBeforeBack() {
        variable.set("first");
        Token<String> token = variable.set("second");
        variable.reset(token);
        assertThat(variable.get()).isEqualTo("first");
    }

    @Test
    void resetOfTheFirstSetLeavesNoValue() {
        Token<String> token = variable.set("value");
        variable.reset(token);
        assertThat(variable.get("none")).isEqualTo("none");
        assertThat(Context.copyContext().contains(variable)).isFalse();
    }

    @Test
    void resetsMayComeInAnyOrder() {
        Token<String> first = variable.set("first");
        Token<String> second = variable.set("second");
        variable.reset(first);
        assertThat(variable.get("none")).isEqualTo("none");
        variable.reset(second);
        assertThat(variable.get()).isEqualTo("first");
    }

    @Test
    void tokenKnowsItsVariableAndTheValueBefore() {
        Token<String> first = variable.set("first");
        Token<String> second = variable.set("second");
        assertThat(first.var()).isSameAs(variable);
        assertThat(first.oldValue()).isNull();
        assertThat(second.oldValue()).isEqualTo("first");
    }

    @Test
    void tokenIsUsableOnce() {
        Token<String> token = variable.set("value");
        variable.reset(token);
        assertThatThrownBy(() -> variable.reset(token))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already been used");
    }

    @Test
    void tokenOfAnotherVariableIsRefusedAndStaysUsable() {
        Token<String> token = variable.set("value");
        assertThatThrownBy(() -> withDefault.reset(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another variable");
        variable.reset(token);
        assertThat(variable.get("none")).isEqualTo("none");
    }

    @Test
    void tokenOfAnotherContextIsRefusedAndStaysUsable() throws Exception {
        Token<String> token = variable.set("value");
        Context.copyContext().run(() -> {
            assertThatThrownBy(() -> variable.reset(token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another context");
        });
        variable.reset(token);
        assertThat(variable.get("none")).isEqualTo("none");
    }

    @Test
    void nullIsNoValueNoDefaultAndNoName() {
        assertThatThrownBy(() -> variable.set(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ContextVar.of("variable", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ContextVar.of(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void variableShowsItsNameAndDefault() {
        assertThat(variable.toString()).contains("ContextVar", "variable").doesNotContain("default");
        assertThat(withDefault.toString()).contains("ContextVar", "with default", "default=default");
    }

    @Test
    void tokenShowsItsVariableAndWhetherItWasUsed() {
        Token<String> token = variable.set("value");
        assertThat(token.toString()).contains("Token", "variable").doesNotContain("used");
        variable.reset(token);
        assertThat(token.toString()).contains("used");
    }
}
