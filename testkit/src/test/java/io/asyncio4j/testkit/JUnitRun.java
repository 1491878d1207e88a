package io.asyncio4j.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** One test method of a class, run by JUnit inside a test, and what JUnit has seen of it. */
public final class JUnitRun {
    private JUnitRun() {}

    static Events of(Class<?> type, String method) {
        return execute(type, method).testEvents();
    }

    static Events allEventsOf(Class<?> type, String method) {
        return execute(type, method).allEvents();
    }

    /** The failure of the one invocation that failed. */
    public static Throwable failureOf(Class<?> type, String method) {
        return failureIn(of(type, method));
    }

    /** The failure of the method as a whole, before any invocation of it. */
    public static Throwable failureOfContainer(Class<?> type, String method) {
        return failureIn(execute(type, method).containerEvents());
    }

    /** How many invocations have succeeded; none may have failed. */
    public static long successesOf(Class<?> type, String method) {
        Events events = of(type, method);
        failuresIn(events).findFirst().ifPresent(failure -> {
            throw new AssertionError("an invocation has failed", failure);
        });
        return events.succeeded().count();
    }

    /** The failures of all invocations. */
    public static List<Throwable> failuresOf(Class<?> type, String method) {
        return failuresIn(of(type, method)).toList();
    }

    private static Throwable failureIn(Events events) {
        return failuresIn(events)
                .reduce((first, second) -> {
                    throw new AssertionError("more than one has failed", second);
                })
                .orElseThrow(() -> new AssertionError("nothing has failed"));
    }

    private static Stream<Throwable> failuresIn(Events events) {
        return events.failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow());
    }

    /** How many invocations have succeeded, where JUnit may run tests at the same time. */
    static long successesOfParallel(Class<?> type, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .selectors(selectMethod(type, method(type, method)))
                .execute()
                .testEvents()
                .succeeded()
                .count();
    }

    private static EngineExecutionResults execute(Class<?> type, String name) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(type, method(type, name)))
                .execute();
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
