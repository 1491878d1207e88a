package io.asyncio4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@VirtualTime
class LazyAndEagerTest {

    private static final Set<Mode> SEEN = EnumSet.noneOf(Mode.class);

    @AfterAll
    static void testRanInBothModes() {
        assertThat(SEEN).containsExactly(Mode.LAZY, Mode.EAGER);
    }

    @LazyAndEager
    void modeDecidesWhenATaskStarts(Mode mode) throws Exception {
        SEEN.add(mode);
        List<String> order = new ArrayList<>();
        mode.run(() -> {
            var task = Asyncio.createTask(() -> {
                order.add("task");
            });
            order.add("creator");
            task.await();
        });
        assertThat(order).isEqualTo(mode == Mode.EAGER ? List.of("task", "creator") : List.of("creator", "task"));
    }

    @LazyAndEager
    void runReturnsWhatTheCoroutineReturned(Mode mode) throws Exception {
        assertThat(mode.run(() -> 7)).isEqualTo(7);
    }
}
