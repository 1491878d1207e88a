package io.asyncio4j.testkit;

import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.PollerFactory;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link VirtualTime} does: around everything a test does, new loops get virtual clocks. */
public final class VirtualTimeExtension implements InvocationInterceptor {

    /** For JUnit, which makes one where {@link VirtualTime} stands. */
    public VirtualTimeExtension() {}

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    private static void proceed(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        Supplier<Poller> clocks = detectsDeadlock(context) ? VirtualClock::detectingDeadlock : VirtualClock::new;
        ScopedValue.where(PollerFactory.CURRENT, clocks).call(invocation::proceed);
    }

    /** The nearest annotation decides: that of the method before that of its class and the classes around it. */
    private static boolean detectsDeadlock(ExtensionContext context) {
        for (ExtensionContext place = context;
                place != null;
                place = place.getParent().orElse(null)) {
            var annotation = AnnotationSupport.findAnnotation(place.getElement(), VirtualTime.class);
            if (annotation.isPresent()) {
                return annotation.get().detectDeadlock();
            }
        }
        return false;
    }
}
