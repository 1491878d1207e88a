package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RandomPrioritiesTest {

    private final List<Task<?>> tasks = new ArrayList<>();

    @BeforeEach
    void makeTasks() throws Exception {
        RunSettings.standard().newRun().run(() -> {
            for (int i = 0; i < 4; i++) {
                tasks.add(createTask(() -> "done"));
            }
        });
    }

    /** Which of the tasks is chosen, time after time, if all are always ready. */
    private List<Integer> chosen(int seed) {
        RandomPriorities priorities = new RandomPriorities(new SplittableRandom(seed), 100);
        return IntStream.range(0, 100).mapToObj(_ -> priorities.choose(tasks)).toList();
    }

    private static int changes(List<Integer> chosen) {
        return (int) IntStream.range(1, chosen.size())
                .filter(index -> !chosen.get(index).equals(chosen.get(index - 1)))
                .count();
    }

    @Test
    void sameTaskGoesOnButForOneToThreeChanges() {
        Set<Integer> counts = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            counts.add(changes(chosen(seed)));
        }
        assertThat(counts).contains(1, 2, 3).allMatch(count -> count <= 3);
    }

    @Test
    void everyTaskMayBeTheFirst() {
        Set<Integer> firsts = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            firsts.add(chosen(seed).getFirst());
        }
        assertThat(firsts).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void overruledTaskFallsBehindAllOthers() {
        RandomPriorities priorities = new RandomPriorities(new SplittableRandom(1), 1);
        priorities.choose(tasks);
        int first = priorities.choose(tasks);
        priorities.overruled(tasks.get(first));
        assertThat(IntStream.range(0, 50).map(_ -> priorities.choose(tasks))).doesNotContain(first);
    }
}
