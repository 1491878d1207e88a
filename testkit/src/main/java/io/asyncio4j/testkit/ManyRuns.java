package io.asyncio4j.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One test of JUnit's, in one mode, whose method is called many times: as the body of whoever makes the runs. */
record ManyRuns(Mode mode, Runs runs)
        implements TestTemplateInvocationContext, InvocationInterceptor, ParameterResolver {

    /** Makes the runs of a body in a mode; returns what was seen. */
    @FunctionalInterface
    interface Runs {
        Record of(TestBody body, Mode mode) throws Exception;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RunArguments.supports(parameter.getParameter().getType());
    }

    /** There is no run yet: each has its own. */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Mode.class ? mode : null;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Object instance = call.getTarget().orElse(null);
        Record seen =
                runs.of(run -> RunArguments.invoke(call.getExecutable(), instance, call.getArguments(), run), mode);
        context.publishReportEntry("asyncio4j", seen.toString());
    }
}
