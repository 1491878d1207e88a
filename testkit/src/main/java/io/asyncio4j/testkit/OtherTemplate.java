package io.asyncio4j.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The annotation beside one of the kit's that makes a method a template of another kind: JUnit would run it by both. */
final class OtherTemplate {

    private OtherTemplate() {}

    /** The other one, if there is one; annotations that bear ours are none. */
    static @Nullable Annotation beside(Class<? extends Annotation> ours, Method method) {
        return Arrays.stream(method.getAnnotations())
                .filter(annotation -> AnnotationSupport.isAnnotated(annotation.annotationType(), TestTemplate.class))
                .filter(annotation -> annotation.annotationType() != ours)
                .filter(annotation -> !AnnotationSupport.isAnnotated(annotation.annotationType(), ours))
                .findFirst()
                .orElse(null);
    }

    /** Fails if there is one. */
    static void refuseBeside(Class<? extends Annotation> ours, Method method) {
        Annotation other = beside(ours, method);
        if (other != null) {
            throw clash(ours, other, method);
        }
    }

    static ExtensionConfigurationException clash(Class<? extends Annotation> ours, Annotation other, Method method) {
        return new ExtensionConfigurationException("@" + other.annotationType().getSimpleName() + " and @"
                + ours.getSimpleName() + " beside each other on " + method.getName()
                + ": each runs the method by itself, so leave one out");
    }
}
