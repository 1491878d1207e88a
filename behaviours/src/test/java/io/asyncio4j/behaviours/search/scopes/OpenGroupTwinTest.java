package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationWithCancellationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.scopes.OpenGroupTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link OpenGroupSearchTest} fail on groups that are broken, each by one defect. */
class OpenGroupTwinTest {

    private static TestBody leaving(Defect defect) {
        return run -> OpenGroupScenario.leaving(run, new OpenGroupTwin(defect));
    }

    private static TestBody supervising(Defect defect) {
        return run -> OpenGroupScenario.supervising(run, new OpenGroupTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationOfOthersTakenForTheGroupsIsFound(Mode mode) throws Exception {
        assertExplorationWithCancellationFinds(Outcome.DELIVERY, mode, leaving(Defect.TAKES_OTHERS_FOR_ITSELF));
    }

    @ParameterizedTest
    @EnumSource
    void requestNotTakenBackIsFound(Mode mode) {
        assertPlainRunFinds(Outcome.COUNT, mode, leaving(Defect.FORGETS_TO_UNCANCEL));
    }

    @ParameterizedTest
    @EnumSource
    void childrenThatAreLeftAreFound(Mode mode) {
        assertPlainRunFinds(OpenGroupScenario.CHILDREN_END_FIRST, mode, supervising(Defect.LEAVES_CHILDREN));
    }

    @ParameterizedTest
    @EnumSource
    void groupThatIsNotLeftIsFound(Mode mode) {
        assertPlainRunFinds(OpenGroupScenario.NOBODY_GOES_ON, mode, leaving(Defect.DOES_NOT_LEAVE));
    }

    @ParameterizedTest
    @EnumSource
    void droppedFailureIsFound(Mode mode) {
        assertPlainRunFinds(OpenGroupScenario.FAILURE_COMES_OUT, mode, supervising(Defect.DROPS_FAILURES));
    }

    @ParameterizedTest
    @EnumSource
    void cancelledSiblingIsFound(Mode mode) {
        assertPlainRunFinds(OpenGroupScenario.SIBLINGS_FINISH, mode, supervising(Defect.DOES_NOT_SUPERVISE));
    }
}
