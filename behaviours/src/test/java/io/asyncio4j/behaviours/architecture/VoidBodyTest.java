package io.asyncio4j.behaviours.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Awaitable;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Runner;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.cancellation.CancellationTokens;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that returns nothing is accepted wherever a coroutine is: each such method has an overload for it. */
class VoidBodyTest {
    private static Class<?> forABodyWithoutResult(Class<?> type) {
        if (type == Coroutine.class || type == Awaitable.class) {
            return VoidCoroutine.class;
        }
        return type == Awaitable[].class || type == Coroutine[].class ? VoidCoroutine[].class : type;
    }

    private static boolean takesACoroutine(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && Stream.of(method.getParameterTypes()).anyMatch(type -> forABodyWithoutResult(type) != type);
    }

    private static boolean hasAnOverload(Class<?> owner, Method method) {
        Class<?>[] wanted = Stream.of(method.getParameterTypes())
                .map(VoidBodyTest::forABodyWithoutResult)
                .toArray(Class<?>[]::new);
        return Stream.of(owner.getMethods())
                .filter(other -> other.getName().equals(method.getName()))
                .anyMatch(other -> Arrays.equals(other.getParameterTypes(), wanted));
    }

    @ParameterizedTest
    @ValueSource(classes = {Asyncio.class, EventLoop.class, Runner.class, TaskGroup.class, CancellationTokens.class})
    void eachMethodThatTakesACoroutineTakesABodyWithoutResult(Class<?> owner) {
        assertThat(Stream.of(owner.getMethods())
                        .filter(VoidBodyTest::takesACoroutine)
                        .filter(method -> !hasAnOverload(owner, method)))
                .isEmpty();
    }
}
