package io.asyncio4j.testkit;

import io.asyncio4j.Task;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Each task has a random priority, the highest runs, and at a few random places the one that runs falls behind all others.
 *
 * <p>A random walk hardly ever lets one task run far ahead of another; this does nothing else, and needs only few switches
 * at the right place to find a race that needs few. The algorithm is PCT of Burckhardt, Kothari, Musuvathi and
 * Nagarakatte, «A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs», ASPLOS 2010. The callbacks keep
 * their order and so count as one task.
 */
final class RandomPriorities implements Strategy {
    private static final int MOST_CHANGES = 3;
    private static final Object CALLBACKS = "callbacks";

    private final RandomGenerator random;
    private final Set<Integer> changes = new HashSet<>();
    private final IdentityHashMap<Object, Long> priorities = new IdentityHashMap<>();
    private int choices;
    private long lowest;

    RandomPriorities(RandomGenerator random, int expectedChoices) {
        this.random = random;
        int count = 1 + random.nextInt(MOST_CHANGES);
        for (int change = 0; change < count; change++) {
            changes.add(random.nextInt(Math.max(1, expectedChoices)));
        }
    }

    @Override
    public int choose(List<?> ready) {
        int highest = highest(ready);
        if (changes.contains(choices)) {
            overruled(ready.get(highest));
            highest = highest(ready);
        }
        choices++;
        return highest;
    }

    private int highest(List<?> ready) {
        int highest = 0;
        for (int index = 1; index < ready.size(); index++) {
            if (priority(ready.get(index)) > priority(ready.get(highest))) {
                highest = index;
            }
        }
        return highest;
    }

    private long priority(Object step) {
        return priorities.computeIfAbsent(actor(step), _ -> random.nextLong(Long.MAX_VALUE));
    }

    private static Object actor(Object step) {
        return step instanceof Task<?> ? step : CALLBACKS;
    }

    @Override
    public void overruled(Object chosen) {
        lowest--;
        priorities.put(actor(chosen), lowest);
    }

    @Override
    public String toString() {
        return "random priorities that change " + (changes.size() == 1 ? "once" : changes.size() + " times");
    }
}
