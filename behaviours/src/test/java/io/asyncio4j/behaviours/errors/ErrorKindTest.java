package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.InvalidStateException;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.SystemExit;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The design's table of errors, and those that leave the loop. */
@VirtualTime(detectDeadlock = true)
class ErrorKindTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void catchOfExceptionSeesNoneOfTheErrors() {
        assertThat(Error.class).isAssignableFrom(CancelledError.class);
        assertThat(Error.class).isAssignableFrom(KeyboardInterrupt.class);
        assertThat(Error.class).isAssignableFrom(SystemExit.class);
    }

    @Test
    void invalidStateSaysWhatItWasGiven() {
        assertThat(new InvalidStateException("not yet"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not yet");
    }

    @Test
    void keyboardInterruptSaysWhatItWasGiven() {
        assertThat(new KeyboardInterrupt()).hasMessage(null);
        assertThat(new KeyboardInterrupt("again")).hasMessage("again");
    }

    @Test
    void systemExitSaysWhatItWasGiven() {
        assertThat(new SystemExit()).hasMessage(null);
        assertThat(new SystemExit("done")).hasMessage("done");
    }

    @LazyAndEager
    void keyboardInterruptOfATaskLeavesTheRunAndTheOthersAreCancelled(Mode mode) {
        KeyboardInterrupt interrupt = new KeyboardInterrupt();
        assertThatThrownBy(() -> mode.run(() -> {
                    createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            order.add("cleaned up");
                        }
                    });
                    createTask(() -> {
                        sleep(ofDays(0));
                        throw interrupt;
                    });
                    sleep(ofDays(2));
                }))
                .isSameAs(interrupt);
        assertThat(order).containsExactly("cleaned up");
    }

    @LazyAndEager
    void systemExitOfTheMainTaskLeavesTheRun(Mode mode) {
        SystemExit exit = new SystemExit();
        assertThatThrownBy(() -> mode.run(() -> {
                    throw exit;
                }))
                .isSameAs(exit);
    }
}
