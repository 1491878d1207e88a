package io.asyncio4j.behaviours.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextStack;
import io.asyncio4j.context.ContextVar;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ContextTest {
    private final ContextVar<String> variable = ContextVar.of("variable", "default");
    private final ContextVar<Integer> number = ContextVar.of("number");
    private final Context context = new Context();

    @Test
    void newContextHasNoValues() {
        variable.set("outside");
        assertThat(context.size()).isZero();
        assertThat(context.asMap()).isEmpty();
        assertThat(context.contains(variable)).isFalse();
        assertThat(context.get(variable)).isNull();
    }

    @Test
    void lookupDoesNotSeeTheDefault() {
        assertThat(context.get(variable)).isNull();
        assertThat(context.get(variable, "fallback")).isEqualTo("fallback");
    }

    @Test
    void whatRunSetsStaysInTheContext() {
        context.run(() -> {
            variable.set("inside");
        });
        assertThat(context.get(variable)).isEqualTo("inside");
        assertThat(context.get(variable, "fallback")).isEqualTo("inside");
        assertThat(context.contains(variable)).isTrue();
    }

    @Test
    void whatRunSetsIsNotSeenOutside() {
        variable.set("outside");
        context.run(() -> {
            variable.set("inside");
        });
        assertThat(variable.get()).isEqualTo("outside");
    }

    @Test
    void runReturnsWhatTheFunctionReturns() throws Exception {
        Callable<String> function = variable::get;
        assertThat(context.run(function)).isEqualTo("default");
    }

    @Test
    void runThrowsWhatTheFunctionThrowsAndLeavesTheContext() {
        variable.set("outside");
        IOException failure = new IOException("disk");
        Callable<String> function = () -> {
            variable.set("inside");
            throw failure;
        };
        assertThatThrownBy(() -> context.run(function)).isSameAs(failure);
        assertThat(variable.get()).isEqualTo("outside");
    }

    @Test
    void runOfAFunctionWithoutResultLeavesTheContextWhenItThrows() {
        variable.set("outside");
        assertThatThrownBy(() -> context.run((Runnable) () -> {
                    variable.set("inside");
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
        assertThat(variable.get()).isEqualTo("outside");
    }

    @Test
    void runsOfDifferentContextsNest() {
        Context other = new Context();
        context.run(() -> {
            variable.set("outer");
            other.run(() -> {
                variable.set("inner");
            });
            assertThat(variable.get()).isEqualTo("outer");
        });
        assertThat(other.get(variable)).isEqualTo("inner");
    }

    @Test
    void contextThatIsEnteredCannotBeEnteredAgain() {
        context.run(() -> {
            assertThatThrownBy(() -> context.run(() -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already entered");
        });
    }

    @Test
    void contextThatIsEnteredFurtherOutCannotBeEnteredAgain() {
        context.run(() -> {
            new Context().run(() -> {
                assertThatThrownBy(() -> context.run(() -> {})).isInstanceOf(IllegalStateException.class);
                Callable<String> function = variable::get;
                assertThatThrownBy(() -> context.run(function)).isInstanceOf(IllegalStateException.class);
            });
        });
    }

    @Test
    void contextCanBeEnteredAgainOnceItWasLeft() {
        context.run(() -> {
            variable.set("first");
        });
        context.run(() -> {
            assertThat(variable.get()).isEqualTo("first");
        });
    }

    @Test
    void copyHasTheValuesAndChangesByItself() {
        context.run(() -> {
            variable.set("first");
        });
        Context copy = context.copy();
        context.run(() -> {
            variable.set("second");
        });
        copy.run(() -> {
            number.set(7);
        });
        assertThat(copy.get(variable)).isEqualTo("first");
        assertThat(context.contains(number)).isFalse();
    }

    @Test
    void copyOfTheCurrentContextHasItsValues() {
        variable.set("value");
        Context copy = Context.copyContext();
        assertThat(copy.get(variable)).isEqualTo("value");
        variable.set("later");
        assertThat(copy.get(variable)).isEqualTo("value");
    }

    @Test
    void asMapIsWhatTheContextHeldAtThatMoment() {
        context.run(() -> {
            variable.set("value");
            number.set(7);
        });
        Map<ContextVar<?>, Object> map = context.asMap();
        context.run(() -> {
            variable.set("later");
        });
        assertThat(map).hasSize(2).containsEntry(variable, "value").containsEntry(number, 7);
        assertThat(context.size()).isEqualTo(2);
    }

    @Test
    void changesOfTheMapDoNotReachTheContext() {
        context.run(() -> {
            variable.set("value");
        });
        context.asMap().clear();
        assertThat(context.size()).isEqualTo(1);
    }

    @Test
    void nullFunctionIsRefused() {
        assertThatThrownBy(() -> context.run((Runnable) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> context.run((Callable<?>) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void contextShowsItsValues() {
        context.run(() -> {
            variable.set("value");
        });
        assertThat(context.toString()).contains("Context", "value");
    }

    @Test
    void anotherThreadBeginsWithoutValues() throws Exception {
        variable.set("here");
        String[] there = new String[1];
        Thread thread = Thread.ofVirtual().start(() -> there[0] = variable.get());
        thread.join();
        assertThat(there).containsExactly("default");
    }

    @Test
    void snapshotCannotBeEntered() {
        Context snapshot = ContextStack.ofCurrentThread().snapshot();
        assertThatThrownBy(() -> snapshot.run(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("copy()");
    }

    @Test
    void snapshotKeepsTheValuesOfItsMoment() {
        variable.set("before");
        Context snapshot = ContextStack.ofCurrentThread().snapshot();
        variable.set("after");
        assertThat(ContextStack.own(snapshot).get(variable)).isEqualTo("before");
    }
}
