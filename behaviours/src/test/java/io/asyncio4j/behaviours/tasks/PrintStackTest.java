package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import io.asyncio4j.locks.Event;
import io.asyncio4j.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class PrintStackTest {
    private final Event event = new Event();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream file = new PrintStream(bytes, false, UTF_8);

    private void outer() {
        inner();
    }

    private void inner() {
        event.await();
    }

    private void fails() {
        thrower();
    }

    private void thrower() {
        throw new IllegalStateException("boom");
    }

    private List<String> lines() {
        return bytes.toString(UTF_8).lines().toList();
    }

    @Test
    void suspendedTaskPrintsAHeadingAndItsFramesNewestLast() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::outer, "waits");
            sleep(ZERO);
            task.printStack(file);
            task.cancel();
        });
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0))
                .startsWith("Stack for <Task pending name='waits'")
                .endsWith("(most recent call last):");
        assertThat(lines().get(1)).contains("PrintStackTest.outer(PrintStackTest.java:");
        assertThat(lines().get(2)).contains("PrintStackTest.inner(PrintStackTest.java:");
    }

    @Test
    void limitOfASuspendedTaskKeepsTheNewest() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::outer);
            sleep(ZERO);
            task.printStack(1, file);
            task.cancel();
        });
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("inner");
    }

    @Test
    void failedTaskPrintsItsTracebackAndTheExceptionLast() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::fails, "fails");
            sleep(ZERO);
            task.printStack(file);
            task.exception();
        });
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(0))
                .startsWith("Traceback for <Task finished name='fails'")
                .endsWith("(most recent call last):");
        assertThat(lines().get(1)).contains("fails");
        assertThat(lines().get(2)).contains("thrower");
        assertThat(lines().get(3)).isEqualTo("java.lang.IllegalStateException: boom");
    }

    @Test
    void limitOfAFailedTaskKeepsTheOldest() throws Exception {
        run(() -> {
            Task<?> task = createTask(this::fails);
            sleep(ZERO);
            task.printStack(1, file);
            task.exception();
        });
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1)).contains("fails");
    }

    @Test
    void taskWithoutStackSaysSo() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1, "done");
            task.await();
            task.printStack(file);
        });
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0))
                .startsWith("No stack for <Task finished name='done'")
                .doesNotEndWith(":");
    }

    @Test
    void withoutAFileItPrintsToTheStandardErrorStream() throws Exception {
        PrintStream before = System.err;
        System.setErr(file);
        try {
            run(() -> {
                Task<?> task = createTask(this::outer);
                sleep(ZERO);
                task.printStack();
                task.cancel();
            });
        } finally {
            System.setErr(before);
        }
        assertThat(lines().get(0)).startsWith("Stack for <Task");
    }
}
