package io.asyncio4j.behaviours.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom: the design's section «The house». */
class HouseTest {
    private static final String HALL = "io.asyncio4j";
    private static final String CONTEXT = HALL + ".context";
    private static final String LOWLEVEL = HALL + ".lowlevel";
    private static final String FIBERS = HALL + ".fibers";
    private static final String LOCKS = HALL + ".locks";
    private static final String QUEUES = HALL + ".queues";
    private static final String REACTIVE = HALL + ".reactive";
    private static final String EXECUTORS = HALL + ".executors";
    private static final String CANCELLATION = HALL + ".cancellation";
    // adr/0003
    private static final String INTERRUPT_SIGNAL = "io\\.asyncio4j\\.InterruptSignal(\\$.*)?";
    private static final String OF_CTRL_C = "sun.misc";
    private static final JavaClasses CORE = Core.classes();

    /** Each class of the room knows the JDK, JSpecify, its own room, and these others. */
    private static void assertKnowsOnly(String room, String... others) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", room));
        allowed.addAll(List.of(others));
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CORE);
    }

    @Test
    void contextKnowsNothingOfOurs() {
        assertKnowsOnly(CONTEXT);
    }

    @Test
    void lowlevelKnowsNothingOfOurs() {
        assertKnowsOnly(LOWLEVEL);
    }

    @Test
    void fibersKnowNothingOfOurs() {
        assertKnowsOnly(FIBERS);
    }

    @Test
    void hallKnowsTheseThreeOnly() {
        assertKnowsOnly(HALL, CONTEXT, LOWLEVEL, FIBERS, OF_CTRL_C);
    }

    @Test
    void locksKnowOnlyTheHall() {
        assertKnowsOnly(LOCKS, HALL);
    }

    @Test
    void queuesKnowOnlyTheHallAndLocks() {
        assertKnowsOnly(QUEUES, HALL, LOCKS);
    }

    @Test
    void reactiveKnowsOnlyTheHall() {
        assertKnowsOnly(REACTIVE, HALL);
    }

    @Test
    void executorsKnowOnlyTheHall() {
        assertKnowsOnly(EXECUTORS, HALL);
    }

    @Test
    void cancellationKnowsOnlyTheHallAndContext() {
        assertKnowsOnly(CANCELLATION, HALL, CONTEXT);
    }

    @Test
    void onlyTheHallKnowsFibers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HALL, FIBERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FIBERS)
                .check(CORE);
    }

    @Test
    void nothingInTheCoreKnowsWhatIsAboveIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HALL + ".testkit..",
                        HALL + ".behaviours..",
                        HALL + ".conformance..",
                        HALL + ".examples..",
                        HALL + ".bench..",
                        "org.junit..",
                        "org.assertj..")
                .check(CORE);
    }

    @Test
    void nothingInTheCoreButTheInterruptSignalNamesInternalsOfTheJdk() {
        noClasses()
                .that(not(nameMatching(INTERRUPT_SIGNAL)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun..", "jdk.internal..", "com.sun..")
                .check(CORE);
    }

    @Test
    void theInterruptSignalNamesNoOtherInternals() {
        noClasses()
                .that(nameMatching(INTERRUPT_SIGNAL))
                .should()
                .dependOnClassesThat(resideInAnyPackage("sun..", "jdk.internal..", "com.sun..")
                        .and(not(nameMatching("sun\\.misc\\.Signal(Handler)?"))))
                .check(CORE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(CORE);
    }

    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith(HALL) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of the core";
        }
    }
}
