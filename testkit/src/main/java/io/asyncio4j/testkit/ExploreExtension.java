package io.asyncio4j.testkit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link Explore} does: one exploration for each mode. */
public final class ExploreExtension implements TestTemplateInvocationContextProvider {

    /** For JUnit, which makes one where {@link Explore} stands. */
    public ExploreExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        OtherTemplate.refuseBeside(Explore.class, context.getRequiredTestMethod());
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Explore wanted = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Explore.class)
                .orElseThrow();
        String name = context.getRequiredTestClass().getName() + "#"
                + context.getRequiredTestMethod().getName();
        String replayed = System.getProperty(Exploration.SEED);
        Stream<Mode> modes = replayed == null
                ? Arrays.stream(wanted.mode())
                : Stream.of(ScheduleSeed.parse(replayed).mode());
        return modes.map(mode -> new ManyRuns(mode, (body, in) -> explore(wanted, name, body, in)));
    }

    private static ExplorationResult explore(Explore wanted, String name, TestBody body, Mode mode) throws Exception {
        Exploration exploration = Exploration.of(body)
                .settings(RunSettings.ofManyRuns(wanted.leakCheck()).detectingDeadlock(wanted.detectDeadlock()))
                .mode(mode)
                .runs(wanted.runs())
                .seed(wanted.seed() != 0 ? wanted.seed() : ScheduleSeed.ofName(name));
        if (wanted.cancel() && wanted.task().isEmpty()) {
            exploration.withCancellation();
        } else if (wanted.cancel()) {
            exploration.withCancellation(wanted.task());
        }
        return exploration.run();
    }
}
