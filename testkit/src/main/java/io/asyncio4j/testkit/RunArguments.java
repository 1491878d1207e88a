package io.asyncio4j.testkit;

import io.asyncio4j.EventLoop;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** What a test method may take from its run, by the type of the parameter. */
final class RunArguments {

    private static final Map<Class<?>, Function<TestRun, Object>> BY_TYPE = Map.of(
            EventLoop.class, TestRun::loop,
            VirtualClock.class, TestRun::clock,
            Mode.class, run -> run.settings().mode(),
            Invariants.class, TestRun::invariants,
            TestRun.class, run -> run);

    private RunArguments() {}

    static boolean supports(Class<?> type) {
        return BY_TYPE.containsKey(type);
    }

    /** What a parameter of a type that is supported gets. */
    static Object of(Class<?> type, TestRun run) {
        return Objects.requireNonNull(BY_TYPE.get(type)).apply(run);
    }

    /** Calls the method with what is the run's, and for the rest with what JUnit has resolved. */
    static void invoke(Method method, @Nullable Object instance, List<?> resolved, TestRun run) {
        @Nullable Object[] arguments = resolved.toArray();
        Class<?>[] types = method.getParameterTypes();
        for (int index = 0; index < types.length; index++) {
            Function<TestRun, Object> own = BY_TYPE.get(types[index]);
            if (own != null) {
                arguments[index] = own.apply(run);
            }
        }
        var _ = ReflectionSupport.invokeMethod(method, instance, arguments);
    }
}
