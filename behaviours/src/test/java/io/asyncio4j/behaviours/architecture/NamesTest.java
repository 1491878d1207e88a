package io.asyncio4j.behaviours.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names say what a class is, not that it is one. */
class NamesTest {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Base", "Abstract", "Common", "Internal", "Misc");

    /** Python's word, so ours. */
    private static final Set<String> GIVEN = Set.of("BaseExceptionGroup");

    private static Stream<String> words(String name) {
        return Stream.of(name.split("(?<=[a-z0-9])(?=[A-Z])"));
    }

    private static boolean isEmpty(JavaClass type) {
        String name = type.getSimpleName();
        return !GIVEN.contains(name) && words(name).anyMatch(EMPTY_WORDS::contains);
    }

    @Test
    void noClassHasAnEmptyWordInItsName() {
        assertThat(Core.classes()).filteredOn(NamesTest::isEmpty).isEmpty();
    }

    @Test
    void noPackageHasAnEmptyWordInItsName() {
        assertThat(Core.classes())
                .extracting(JavaClass::getPackageName)
                .noneMatch(name -> List.of(name.split("\\.")).stream()
                        .anyMatch(part -> EMPTY_WORDS.stream().anyMatch(part::equalsIgnoreCase)));
    }

    /** Mutable state belongs to a loop or a thread, never to a class. */
    @Test
    void staticFieldsAreFinal() {
        assertThat(Core.classes().stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        // against the compiler: see StackReserve
                        .filter(field -> !field.getOwner().getSimpleName().equals("StackReserve")))
                .isEmpty();
    }
}
