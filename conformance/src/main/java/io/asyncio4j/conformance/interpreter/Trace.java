package io.asyncio4j.conformance.interpreter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries that a program has produced so far. */
final class Trace {

    // The longest recorded trace is far shorter. A program that loops for ever must not fill the memory.
    private static final int MOST_ENTRIES = 10_000;

    private final List<@Nullable Object> entries = new ArrayList<>();

    void add(@Nullable Number time, String who, String event, @Nullable Object... what) {
        if (entries.size() >= MOST_ENTRIES) {
            throw new UnusableProgramException("more than " + MOST_ENTRIES + " trace entries");
        }
        List<@Nullable Object> entry = new ArrayList<>(what.length + 3);
        entry.add(time);
        entry.add(who);
        entry.add(event);
        for (Object item : what) {
            entry.add(CanonicalText.of(item));
        }
        entries.add(entry);
    }

    void end(String how, @Nullable Object outcome) {
        List<@Nullable Object> entry = new ArrayList<>();
        Collections.addAll(entry, "end", how, outcome);
        entries.add(entry);
    }

    List<@Nullable Object> entries() {
        return Collections.unmodifiableList(entries);
    }
}
