package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Task;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** What traces call a task: by its name if the program gave it, else after the first coroutine entered in it. */
final class Labels {

    private final Set<String> givenNames = new HashSet<>();
    private final IdentityHashMap<Task<?>, String> firstCoroutines = new IdentityHashMap<>();

    void given(String name) {
        givenNames.add(name);
    }

    void entered(Task<?> task, String coroutine) {
        firstCoroutines.putIfAbsent(task, coroutine);
    }

    String of(Task<?> task) {
        String name = task.getName();
        return givenNames.contains(name) ? name : "*" + firstCoroutines.getOrDefault(task, "");
    }
}
