package io.asyncio4j.behaviours.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the module exports and requires, and that each of its rooms is explained. */
class ModuleTest {
    private static final ModuleDescriptor MODULE = Core.module();

    static Stream<String> packages() {
        return MODULE.packages().stream().sorted();
    }

    @Test
    void fibersAreNotExported() {
        assertThat(MODULE.exports()).extracting(Exports::source).doesNotContain("io.asyncio4j.fibers");
    }

    @Test
    void allOtherRoomsAreExportedToEverybody() {
        assertThat(MODULE.exports()).noneMatch(Exports::isQualified);
        assertThat(MODULE.exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrderElementsOf(
                        packages().filter(name -> !name.endsWith(".fibers")).toList());
    }

    @Test
    void nothingIsNeededAtRunTimeButTheJdk() {
        assertThat(MODULE.requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name))
                .allMatch(name -> name.startsWith("java.") || name.startsWith("jdk."));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void eachRoomIsExplained(String room) throws IOException {
        Path file = Core.sources().resolve(room.replace('.', '/')).resolve("package-info.java");
        assertThat(file).exists();
        assertThat(Files.readString(file)).contains("/**", "package " + room + ";");
    }

    @Test
    void absenceIsMarkedInTheWholeModule() throws IOException {
        List<String> lines = Files.readAllLines(Core.sources().resolve("module-info.java"));
        assertThat(lines).contains("@NullMarked");
    }
}
