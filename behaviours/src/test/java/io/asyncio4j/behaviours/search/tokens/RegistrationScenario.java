package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks register callbacks with a source, take them back and cancel the source, and what must hold of the callbacks. */
final class RegistrationScenario {

    static final String NOT_TWICE = "no callback is called twice";
    static final String NOT_AFTER_CLOSE = "no callback is called when its registration was closed";
    static final String NOT_FORGOTTEN = "each callback that was not taken back is called when the source is cancelled";

    private final Source source;
    private final List<Registration> registered = new ArrayList<>();
    private boolean cancelled;

    private RegistrationScenario(TestRun run, Source source) {
        this.source = source;
        run.invariants().add(NOT_TWICE, () -> assertThat(registered).noneMatch(registration -> registration.calls > 1));
        run.invariants()
                .add(
                        NOT_AFTER_CLOSE,
                        () -> assertThat(registered).noneMatch(registration -> registration.calledClosed));
        run.invariants().add(NOT_FORGOTTEN, () -> {
            if (cancelled) {
                assertThat(registered).allMatch(registration -> registration.calls == 1 || registration.closed);
            }
        });
    }

    /** A callback with what became of it. */
    private final class Registration {
        private final Runnable callback;
        private @Nullable Runnable close;
        private boolean closed;
        private boolean calledClosed;
        private int calls;

        Registration(Runnable callback) {
            this.callback = callback;
        }

        void register() {
            registered.add(this);
            close = source.register(() -> {
                calls++;
                calledClosed |= closed;
                callback.run();
            });
        }

        void close() {
            if (close != null) {
                close.run();
                closed = true;
            }
        }
    }

    /** One callback takes another one back; two tasks cancel, the second if it finds that nobody has. */
    static void play(TestRun run, Source source) throws Exception {
        RegistrationScenario scenario = new RegistrationScenario(run, source);
        try {
            scenario.play();
        } finally {
            source.close();
        }
    }

    private void play() throws Exception {
        Registration taken = new Registration(() -> {});
        Registration taking = new Registration(taken::close);
        Registration brief = new Registration(() -> {});
        taskGroup(tg -> {
            tg.createTask(() -> {
                sleep(ZERO);
                taking.register();
            });
            tg.createTask(() -> {
                sleep(ZERO);
                taken.register();
            });
            tg.createTask(() -> {
                brief.register();
                sleep(ZERO);
                brief.close();
            });
            tg.createTask(() -> {
                turns(3);
                cancel();
            });
            tg.createTask(() -> {
                turns(4);
                if (!cancelled) {
                    turns(2);
                    cancel();
                }
            });
        });
    }

    private void cancel() {
        cancelled = true;
        source.cancel();
    }

    private static void turns(int number) {
        for (int i = 0; i < number; i++) {
            sleep(ZERO);
        }
    }
}
