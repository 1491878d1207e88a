package io.asyncio4j.behaviours.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.context.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contexts with many variables behave as hash maps that are copied whole. */
class ManyVariablesTest {
    private static final int STEPS = 4000;

    private final List<ContextVar<Integer>> variables = new ArrayList<>();

    /** A context, and what it has to hold. */
    private record Pair(Context context, Map<ContextVar<?>, Object> model) {
        Pair copy() {
            return new Pair(context.copy(), new HashMap<>(model));
        }

        void check() {
            assertThat(context.asMap()).isEqualTo(model);
            assertThat(context.size()).isEqualTo(model.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 33, 500})
    void copiesSetsAndResetsLeaveEachContextWithItsOwnValues(int howMany) {
        for (int number = 0; number < howMany; number++) {
            variables.add(ContextVar.of("variable " + number));
        }
        Random random = new Random(howMany);
        List<Pair> pairs = new ArrayList<>(List.of(new Pair(new Context(), new HashMap<>())));
        for (int step = 0; step < STEPS; step++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            if (random.nextInt(20) == 0 && pairs.size() < 10) {
                pairs.add(pair.copy());
            } else {
                change(pair, random);
            }
        }
        pairs.forEach(Pair::check);
    }

    private void change(Pair pair, Random random) {
        ContextVar<Integer> variable = variables.get(random.nextInt(variables.size()));
        int value = random.nextInt();
        boolean takeBack = random.nextInt(3) == 0;
        pair.context.run(() -> {
            assertThat(variable.get(null)).isEqualTo(pair.model.get(variable));
            Token<Integer> token = variable.set(value);
            assertThat(variable.get()).isEqualTo(value);
            if (takeBack) {
                variable.reset(token);
            } else {
                pair.model.put(variable, value);
            }
        });
        assertThat(pair.context.contains(variable)).isEqualTo(pair.model.containsKey(variable));
        assertThat((Object) pair.context.get(variable)).isEqualTo(pair.model.get(variable));
        assertThat(pair.context.size()).isEqualTo(pair.model.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 33, 500})
    void resetsInReverseOrderEmptyTheContext(int howMany) {
        Context context = new Context();
        context.run(() -> {
            List<Token<Integer>> tokens = new ArrayList<>();
            for (int number = 0; number < howMany; number++) {
                tokens.add(ContextVar.<Integer>of("variable " + number).set(number));
            }
            for (Token<Integer> token : tokens.reversed()) {
                token.var().reset(token);
            }
        });
        assertThat(context.size()).isZero();
        assertThat(context.asMap()).isEmpty();
    }
}
