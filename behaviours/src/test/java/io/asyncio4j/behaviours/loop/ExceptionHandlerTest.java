package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.ExceptionHandler;
import io.asyncio4j.Handle;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Who hears of exceptions that have no other way out of a loop. */
@VirtualTime(detectDeadlock = true)
class ExceptionHandlerTest {
    private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    private final List<ExceptionContext> reports = new ArrayList<>();

    private EventLoop reporting() {
        EventLoop loop = getRunningLoop();
        loop.setExceptionHandler((on, context) -> reports.add(context));
        return loop;
    }

    private static void fail(String message) {
        throw new IllegalArgumentException(message);
    }

    /** What the default handler logs while the body runs. */
    private static List<LogRecord> logged(io.asyncio4j.VoidCallable body) throws Exception {
        List<LogRecord> records = new ArrayList<>();
        Logger logger = Logger.getLogger("io.asyncio4j");
        java.util.logging.Handler handler = new java.util.logging.Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        boolean parents = logger.getUseParentHandlers();
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            body.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(parents);
        }
        return records;
    }

    @Test
    void hearsOfAFailedCallbackAndTheLoopGoesOn() throws Exception {
        run(() -> {
            EventLoop loop = reporting();
            Handle failing = loop.callSoon(() -> fail("callback"));
            List<String> after = new ArrayList<>();
            loop.callSoon(() -> after.add("next callback"));
            sleep(ZERO);
            assertThat(after).containsExactly("next callback");
            assertThat(reports).singleElement().satisfies(report -> {
                assertThat(report.message()).startsWith("Exception in callback");
                assertThat(report.exception()).hasMessage("callback");
                assertThat(report.handle()).isSameAs(failing);
            });
        });
    }

    @Test
    void hearsOfAFailedTimerAndOfAFailedDoneCallback() throws Exception {
        run(() -> {
            EventLoop loop = reporting();
            loop.callLater(ZERO, () -> fail("timer"));
            var future = loop.createFuture();
            future.addDoneCallback(done -> fail("done callback"));
            future.setResult("done");
            sleep(ZERO);
            sleep(ZERO);
            assertThat(reports.stream().map(report -> report.exception().getMessage()))
                    .containsExactlyInAnyOrder("timer", "done callback");
        });
    }

    @Test
    void hearsOfAnErrorOfACallbackToo() throws Exception {
        run(() -> {
            EventLoop loop = reporting();
            loop.callSoon(() -> {
                throw new AssertionError("an Error is no reason to end the loop");
            });
            sleep(ZERO);
            assertThat(reports)
                    .singleElement()
                    .satisfies(report -> assertThat(report.exception()).isInstanceOf(AssertionError.class));
        });
    }

    @Test
    void canBeSetAndAskedForAndTakenAway() throws Exception {
        EventLoop loop = new EventLoop();
        ExceptionHandler handler = (on, context) -> reports.add(context);
        assertThat(loop.getExceptionHandler()).isNull();
        loop.setExceptionHandler(handler);
        assertThat(loop.getExceptionHandler()).isSameAs(handler);
        loop.setExceptionHandler(null);
        assertThat(loop.getExceptionHandler()).isNull();
        loop.close();
    }

    @Test
    void getsTheLoop() throws Exception {
        List<EventLoop> loops = new ArrayList<>();
        run(() -> {
            EventLoop loop = getRunningLoop();
            loop.setExceptionHandler((on, context) -> loops.add(on));
            loop.callSoon(() -> fail("callback"));
            sleep(ZERO);
            assertThat(loops).containsExactly(loop);
        });
    }

    @Test
    void callExceptionHandlerCallsItAtOnce() throws Exception {
        run(() -> {
            ExceptionContext context = new ExceptionContext("by hand", null);
            reporting().callExceptionHandler(context);
            assertThat(reports).containsExactly(context);
        });
    }

    @Test
    void runsInTheContextOfWhatFailed() throws Exception {
        List<String> seen = new ArrayList<>();
        run(() -> {
            EventLoop loop = getRunningLoop();
            loop.setExceptionHandler((on, context) -> seen.add(USER.get()));
            USER.set("ada");
            loop.callSoon(() -> {
                USER.set("grace");
                fail("callback");
            });
            USER.set("edsger");
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("grace");
    }

    @Test
    void defaultHandlerLogsAnError() throws Exception {
        List<LogRecord> records = logged(() -> run(() -> {
            getRunningLoop().callSoon(() -> fail("callback"));
            sleep(ZERO);
        }));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(record.getMessage()).contains("Exception in callback");
            assertThat(record.getThrown()).hasMessage("callback");
        });
    }

    @Test
    void defaultHandlerCanBeCalledByOnesOwn() throws Exception {
        List<LogRecord> records = logged(() -> run(() -> {
            EventLoop loop = getRunningLoop();
            loop.setExceptionHandler(EventLoop::defaultExceptionHandler);
            loop.callSoon(() -> fail("callback"));
            sleep(ZERO);
        }));
        assertThat(records).hasSize(1);
    }

    @Test
    void handlerThatFailsIsReportedByTheDefaultOneAndTheLoopGoesOn() throws Exception {
        List<LogRecord> records = logged(() -> run(() -> {
            EventLoop loop = getRunningLoop();
            loop.setExceptionHandler((on, context) -> fail("handler"));
            loop.callSoon(() -> fail("callback"));
            sleep(ZERO);
            assertThat(sleep(ZERO, "goes on")).isEqualTo("goes on");
        }));
        assertThat(records).anySatisfy(record -> {
            assertThat(record.getMessage()).contains("Unhandled error in exception handler");
            assertThat(record.getThrown()).hasMessage("handler");
        });
        assertThat(records).anySatisfy(record -> assertThat(record.getThrown()).hasMessage("callback"));
    }

    @Test
    void handlerMayEndTheLoop() {
        assertThatExceptionOfType(KeyboardInterrupt.class)
                .isThrownBy(() -> run(() -> {
                    EventLoop loop = getRunningLoop();
                    loop.setExceptionHandler((on, context) -> {
                        throw new KeyboardInterrupt("enough");
                    });
                    loop.callSoon(() -> fail("callback"));
                    sleep(java.time.Duration.ofSeconds(1));
                }));
    }
}
