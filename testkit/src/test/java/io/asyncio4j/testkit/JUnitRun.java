package io.asyncio4j.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** One test method of a class, run by JUnit inside a test, and what JUnit has seen of it. */
final class JUnitRun {
    private JUnitRun() {}

    static Events of(Class<?> type, String method) {
        return execute(type, method).testEvents();
    }

    static Events allEventsOf(Class<?> type, String method) {
        return execute(type, method).allEvents();
    }

    /** The failure of the one invocation that failed. */
    static Throwable failureOf(Class<?> type, String method) {
        return failureIn(of(type, method));
    }

    /** The failure of the method as a whole, before any invocation of it. */
    static Throwable failureOfContainer(Class<?> type, String method) {
        return failureIn(execute(type, method).containerEvents());
    }

    private static Throwable failureIn(Events events) {
        return events.failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .reduce((first, second) -> {
                    throw new AssertionError("more than one has failed", second);
                })
                .orElseThrow(() -> new AssertionError("nothing has failed"));
    }

    private static EngineExecutionResults execute(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(type, method))
                .execute();
    }
}
