package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class TaskNameTest {
    private static int numberOf(Task<?> task) {
        assertThat(task.getName()).matches("Task-[1-9][0-9]*");
        return Integer.parseInt(task.getName().substring("Task-".length()));
    }

    @Test
    void madeUpNamesCountUpInTheOrderOfCreationWhoeverIsAskedFirst() throws Exception {
        run(() -> {
            Task<?> first = createTask(() -> 1);
            Task<?> second = createTask(() -> 2);
            int numberOfSecond = numberOf(second);
            assertThat(numberOf(first)).isEqualTo(numberOfSecond - 1);
        });
    }

    @Test
    void givenNamesUseUpNoNumber() throws Exception {
        run(() -> {
            Task<?> first = createTask(() -> 1);
            createTask(() -> 2, "named");
            Task<?> second = createTask(() -> 3);
            assertThat(numberOf(second)).isEqualTo(numberOf(first) + 1);
        });
    }

    @Test
    void madeUpNameStays() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1);
            String name = task.getName();
            createTask(() -> 2);
            task.await();
            assertThat(task.getName()).isEqualTo(name);
        });
    }

    @Test
    void givenNameIsKept() throws Exception {
        run(() -> assertThat(createTask(() -> 1, "fetch").getName()).isEqualTo("fetch"));
    }

    @Test
    void emptyNameIsAName() throws Exception {
        run(() -> assertThat(createTask(() -> 1, "").getName()).isEmpty());
    }

    @Test
    void nullMeansAMadeUpName() throws Exception {
        run(() -> assertThat(createTask(() -> 1, null).getName()).startsWith("Task-"));
    }

    @Test
    void bodyWithoutResultIsNamedToo() throws Exception {
        run(() -> assertThat(createTask(() -> {}, "fetch").getName()).isEqualTo("fetch"));
    }

    @Test
    void setNameReplacesTheName() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1, "before");
            task.setName("after");
            assertThat(task.getName()).isEqualTo("after");
        });
    }

    @Test
    void setNameTakesTheTextOfAnyObject() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1);
            task.setName(42);
            assertThat(task.getName()).isEqualTo("42");
        });
    }

    @Test
    void setNameRefusesNullAndKeepsTheName() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> 1, "kept");
            assertThatThrownBy(() -> task.setName(null)).isInstanceOf(NullPointerException.class);
            assertThat(task.getName()).isEqualTo("kept");
        });
    }

    @Test
    void taskKnowsItsNameInItsFirstStep() throws Exception {
        run(() -> assertThat(createTask(() -> currentTask().getName(), "me").await())
                .isEqualTo("me"));
    }
}
