package io.asyncio4j.bench;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final String BENCH = "io.asyncio4j.bench";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BENCH);

    @Test
    void roomsKnowEachOtherInOneDirectionOnly() {
        slices().matching(BENCH + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void ourProgramsKnowNothingOfTheDriver() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(BENCH + ".programs")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        BENCH + ".programs",
                        "io.asyncio4j",
                        "io.asyncio4j.locks",
                        "io.asyncio4j.queues",
                        "io.asyncio4j.neighbours.rounds")
                .check(CLASSES);
    }

    @Test
    void contestKnowsNoContestantInParticular() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(BENCH + ".contest")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BENCH + ".contestants", BENCH + ".report", BENCH + ".programs")
                .check(CLASSES);
    }
}
