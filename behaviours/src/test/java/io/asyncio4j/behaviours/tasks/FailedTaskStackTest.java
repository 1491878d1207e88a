package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class FailedTaskStackTest {
    private void fails() throws IOException {
        thrower();
    }

    private void thrower() throws IOException {
        throw new IOException("disk");
    }

    private void failsLate() throws IOException {
        sleep(ZERO);
        thrower();
    }

    private static List<String> methods(List<StackTraceElement> frames) {
        return frames.stream().map(StackTraceElement::getMethodName).toList();
    }

    private Task<?> failed() {
        Task<?> task = createTask(this::fails);
        sleep(ZERO);
        return task;
    }

    @Test
    void failedTaskShowsWhereItFailedOldestFirst() throws Exception {
        run(() -> {
            Task<?> task = failed();
            assertThat(methods(task.getStack())).containsExactly("fails", "thrower");
            task.exception();
        });
    }

    @Test
    void limitGivesTheOldestFrames() throws Exception {
        run(() -> {
            Task<?> task = failed();
            assertThat(methods(task.getStack(1))).containsExactly("fails");
            task.exception();
        });
    }

    @Test
    void limitOfZeroGivesNothing() throws Exception {
        run(() -> {
            Task<?> task = failed();
            assertThat(task.getStack(0)).isEmpty();
            task.exception();
        });
    }

    @Test
    void taskThatFailsAfterAWaitShowsTheSameKindOfStack() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::failsLate);
            sleep(ZERO);
            sleep(ZERO);
            assertThat(methods(task.getStack())).containsExactly("failsLate", "thrower");
            task.exception();
        });
    }

    @Test
    void eagerTaskThatFailedInItsFirstStepShowsWhere() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::fails, null, null, true);
            assertThat(methods(task.getStack())).containsExactly("fails", "thrower");
            task.exception();
        });
    }

    @Test
    void failureWithoutStackTraceShowsNothing() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> {
                throw new RuntimeException("traceless", null, false, false) {
                    private static final long serialVersionUID = 1L;
                };
            });
            sleep(ZERO);
            assertThat(task.getStack()).isEmpty();
            task.exception();
        });
    }

    @Test
    void lookingAtTheStackDoesNotRetrieveTheFailure() throws Exception {
        List<Throwable> reported = new ArrayList<>();
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context.exception()));
            assertThat(failed().getStack()).isNotEmpty();
        });
        assertThat(reported).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void printingTheStackDoesNotRetrieveTheFailure() throws Exception {
        List<Throwable> reported = new ArrayList<>();
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context.exception()));
            failed().printStack(new PrintStream(new ByteArrayOutputStream()));
        });
        assertThat(reported).singleElement().isInstanceOf(IOException.class);
    }
}
