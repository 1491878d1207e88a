package io.asyncio4j.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link AsyncioTest} does: runs each invocation of a test as the main task of a loop of its own. */
public final class AsyncioTestExtension
        implements TestTemplateInvocationContextProvider, InvocationInterceptor, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(AsyncioTestExtension.class);
    private static final Set<Class<?>> RUN_THEMSELVES =
            Set.of(LazyAndEager.class, Explore.class, CancelEverywhere.class);

    /** For JUnit, which makes one where {@link AsyncioTest} stands. */
    public AsyncioTestExtension() {}

    // ---- how often, and in which mode

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        Annotation other = OtherTemplate.beside(AsyncioTest.class, method);
        if (other != null && RUN_THEMSELVES.contains(other.annotationType())) {
            throw OtherTemplate.clash(AsyncioTest.class, other, method);
        }
        if (other != null && settings(context).mode().length > 1) {
            throw new ExtensionConfigurationException("@AsyncioTest beside @"
                    + other.annotationType().getSimpleName() + " runs each invocation in one mode, and "
                    + method.getName() + " asks for "
                    + Arrays.toString(settings(context).mode())
                    + ": name one, or make the mode a parameter of the test");
        }
        return other == null;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Mode[] modes = settings(context).mode();
        return Arrays.stream(modes.length == 0 ? Mode.values() : modes)
                .distinct()
                .map(InMode::new);
    }

    private static AsyncioTest settings(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), AsyncioTest.class)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "AsyncioTestExtension works where @AsyncioTest stands, and not alone"));
    }

    /** One invocation of a test that has no other template. */
    private record InMode(Mode mode) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return mode.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(NAMESPACE).put(Mode.class, mode);
        }
    }

    // ---- the run

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runOf(context).run(invocation::proceed);
    }

    /** The run of this invocation, made when it is first asked for. */
    private static InterruptibleRun runOf(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(TestRun.class, key -> newRun(context), InterruptibleRun.class);
    }

    private static InterruptibleRun newRun(ExtensionContext context) {
        AsyncioTest settings = settings(context);
        Mode given = context.getStore(NAMESPACE).get(Mode.class, Mode.class);
        Mode only = settings.mode().length == 0 ? Mode.LAZY : settings.mode()[0];
        List<RunCheck> checks = List.of();
        if (settings.leakCheck()) {
            checks = List.of(runsBesideOthers(context) ? LeakCheck.exceptThreads() : new LeakCheck());
        }
        return new InterruptibleRun(new RunSettings(
                        given != null ? given : only,
                        settings.time() == AsyncioTest.Time.REAL,
                        settings.detectDeadlock(),
                        settings.debug(),
                        checks)
                .newRun());
    }

    private static boolean runsBesideOthers(ExtensionContext context) {
        for (ExtensionContext place = context;
                place != null;
                place = place.getParent().orElse(null)) {
            if (place.getExecutionMode() == ExecutionMode.CONCURRENT) {
                return true;
            }
        }
        return false;
    }

    // ---- parameters

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Method
                && context.getTestMethod().isPresent()
                && RunArguments.supports(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return RunArguments.of(
                parameter.getParameter().getType(), runOf(context).run());
    }
}
