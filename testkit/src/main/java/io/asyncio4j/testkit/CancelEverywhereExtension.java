package io.asyncio4j.testkit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link CancelEverywhere} does: one sweep for each mode. */
public final class CancelEverywhereExtension implements TestTemplateInvocationContextProvider {

    /** For JUnit, which makes one where {@link CancelEverywhere} stands. */
    public CancelEverywhereExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        OtherTemplate.refuseBeside(CancelEverywhere.class, context.getRequiredTestMethod());
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        CancelEverywhere wanted = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), CancelEverywhere.class)
                .orElseThrow();
        String replayed = System.getProperty(CancellationSweep.AT);
        Mode only = replayed == null ? null : CancelPlace.modeOf(replayed);
        Stream<Mode> modes = only == null ? Arrays.stream(wanted.mode()) : Stream.of(only);
        return modes.map(mode -> new ManyRuns(mode, (body, in) -> sweep(wanted, body, in)));
    }

    private static SweepResult sweep(CancelEverywhere wanted, TestBody body, Mode mode) throws Exception {
        CancellationSweep sweep = CancellationSweep.of(body)
                .settings(RunSettings.ofManyRuns(wanted.leakCheck()).detectingDeadlock(wanted.detectDeadlock()))
                .mode(mode)
                .atMost(wanted.atMost());
        if (!wanted.task().isEmpty()) {
            sweep.task(wanted.task());
        }
        return sweep.run();
    }
}
