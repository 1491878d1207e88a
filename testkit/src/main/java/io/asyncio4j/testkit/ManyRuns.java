package io.asyncio4j.testkit;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
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

    /** The mode is that of all runs. The rest is for the test method, and null: there is no run yet, each brings its own. */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Mode.class) {
            return mode;
        }
        Executable taker = parameter.getDeclaringExecutable();
        if (!taker.equals(context.getTestMethod().orElse(null))) {
            throw new ParameterResolutionException(type.getSimpleName() + " as a parameter of " + taker.getName()
                    + ": there is no single run there, because the test method has many; take it as a parameter of the"
                    + " test method, where it is that of the run");
        }
        return null;
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
