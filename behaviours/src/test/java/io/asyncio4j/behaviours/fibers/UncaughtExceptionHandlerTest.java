package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

/** A task that sets an uncaught exception handler on its thread, where the library keeps its own. */
@VirtualTime(detectDeadlock = true)
class UncaughtExceptionHandlerTest {
    private static void replaceHandler() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, exception) -> {});
    }

    @LazyAndEager
    void taskStillFindsItsLoop(Mode mode) throws Exception {
        mode.run(() -> {
            EventLoop loop = getRunningLoop();
            createTask(() -> {
                        replaceHandler();
                        assertThat(getRunningLoop()).isSameAs(loop);
                    })
                    .await();
        });
    }

    @LazyAndEager
    void taskIsStillTheCurrentOne(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Task<?>> task = createTask(() -> {
                replaceHandler();
                sleep(ZERO);
                return currentTask();
            });
            assertThat(task.await()).isSameAs(task);
        });
    }

    @LazyAndEager
    void taskStillHasItsContext(Mode mode) throws Exception {
        ContextVar<String> variable = ContextVar.of("variable");
        mode.run(() -> {
            variable.set("outside");
            createTask(() -> {
                        replaceHandler();
                        assertThat(variable.get()).isEqualTo("outside");
                    })
                    .await();
        });
    }

    @Test
    void callbackStillFindsItsLoop() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            var found = loop.<EventLoop>createFuture();
            loop.callSoon(() -> {
                replaceHandler();
                found.setResult(getRunningLoop());
            });
            assertThat(found.await()).isSameAs(loop);
        });
    }

    @Test
    void threadOutsideFindsNoLoopWhileOneRuns() throws Exception {
        run(() -> {
            var outside = new Thread[1];
            var found = new Throwable[1];
            outside[0] = Thread.ofVirtual().start(() -> {
                replaceHandler();
                try {
                    getRunningLoop();
                } catch (IllegalStateException refused) {
                    found[0] = refused;
                }
            });
            outside[0].join();
            assertThatThrownBy(() -> {
                        throw found[0];
                    })
                    .hasMessageContaining("no running event loop");
        });
    }
}
