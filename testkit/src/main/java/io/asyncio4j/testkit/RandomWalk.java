package io.asyncio4j.testkit;

import java.util.List;
import java.util.random.RandomGenerator;

/** At every step, each that is ready is as likely as the others. */
record RandomWalk(RandomGenerator random) implements Strategy {

    @Override
    public int choose(List<?> ready) {
        return random.nextInt(ready.size());
    }

    @Override
    public String toString() {
        return "random walk";
    }
}
