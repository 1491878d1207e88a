package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.firstCompleted;
import static io.asyncio4j.Asyncio.race;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Races that are decided by a first step that runs at once. */
@VirtualTime(detectDeadlock = true)
class EagerRaceTest {
    private final List<Object> seen = new ArrayList<>();

    private String begin(String name) {
        seen.add(name);
        return sleep(ofDays(1), name);
    }

    @Test
    void coroutinesAfterTheWinnerNeverBegin() throws Exception {
        Mode.EAGER.run(() -> {
            assertThat(race(() -> begin("first"), () -> "winner", () -> begin("never")))
                    .isEqualTo("winner");
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("first");
    }

    @Test
    void coroutinesAfterTheFirstFailureNeverBegin() throws Exception {
        IOException failure = new IOException("disk");
        Mode.EAGER.run(() -> {
            assertThatThrownBy(() -> firstCompleted(
                            () -> begin("first"),
                            () -> {
                                throw failure;
                            },
                            () -> begin("never")))
                    .isSameAs(failure);
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("first");
    }

    @Test
    void lazyCoroutinesAllBegin() throws Exception {
        Mode.LAZY.run(() -> assertThat(race(() -> begin("first"), () -> "winner", () -> begin("third")))
                .isEqualTo("winner"));
        assertThat(seen).containsExactly("first", "third");
    }
}
