package io.asyncio4j.behaviours.search.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who came and who was served, in which order. Who gave up does not count. */
public final class Turns {
    private final List<Integer> served = new ArrayList<>();
    private final Set<Integer> overtaken = new LinkedHashSet<>();
    private int come;

    /** Somebody has come. Returns what to call {@link #serve} with. */
    public int come() {
        return come++;
    }

    /** Who came with that number has got what he waited for. */
    public void serve(int number) {
        served.add(number);
    }

    /** Who came with that number has got it without waiting. */
    public void pass(int number) {
        for (int earlier = 0; earlier < number; earlier++) {
            if (!served.contains(earlier)) {
                overtaken.add(earlier);
            }
        }
        served.add(number);
    }

    /** Fails if one did not have to wait though another did. */
    public void assertNobodyIsOvertaken() {
        assertThat(overtaken).doesNotContainAnyElementsOf(served);
    }

    /** Fails if one was served before another who came earlier. */
    public void assertInOrder() {
        assertThat(served).isSorted();
    }
}
