package io.asyncio4j.behaviours.search.workers;

import static org.assertj.core.api.Assertions.assertThat;

/** How many hold something at a time. */
public final class Holders {
    private int now;
    private int most;

    /** One more holds it. */
    public void enter() {
        now++;
        most = Math.max(most, now);
    }

    /** One less. */
    public void leave() {
        now--;
    }

    /** Fails if there were ever more. */
    public void assertAtMost(int limit) {
        assertThat(most).isLessThanOrEqualTo(limit);
    }
}
