package io.asyncio4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A wrong trace never passes. */
class ScenarioRunnerTest {

    private static final String TWO_STEPS = """
        {"coros": {"main": [["sleep", 1.5], ["log", "a"], ["log", "b"], ["return", 7]]}}\
        """;

    @Test
    void traceThatIsTheExpectedOnePasses() throws Exception {
        assertThat(run(TWO_STEPS, "[[1.5, 'main', 'log', 'a'], [1.5, 'main', 'log', 'b'], ['end', 'returned', 7]]"))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void numbersAreComparedByValue() throws Exception {
        assertThat(run(
                        "{'coros': {'main': [['sleep', 2], ['log', 1]]}}",
                        "[[2.0, 'main', 'log', 1], ['end', 'returned', null]]"))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void truthIsNotANumber() throws Exception {
        assertThat(run("{'coros': {'main': [['return', true]]}}", "[['end', 'returned', 1]]"))
                .isEqualTo(new Verdict.Differs(0, "[\"end\",\"returned\",1]", "[\"end\",\"returned\",true]"));
    }

    @Test
    void wrongValueIsReportedWithTheFirstEntryThatDiffers() throws Exception {
        assertThat(run(TWO_STEPS, "[[1.5, 'main', 'log', 'a'], [1.5, 'main', 'log', 'x'], ['end', 'returned', 7]]"))
                .isEqualTo(new Verdict.Differs(1, "[1.5,\"main\",\"log\",\"x\"]", "[1.5,\"main\",\"log\",\"b\"]"));
    }

    @Test
    void wrongTimeIsReported() throws Exception {
        assertThat(run(TWO_STEPS, "[[1.25, 'main', 'log', 'a'], [1.5, 'main', 'log', 'b'], ['end', 'returned', 7]]"))
                .isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void wrongOutcomeIsReported() throws Exception {
        assertThat(run(TWO_STEPS, "[[1.5, 'main', 'log', 'a'], [1.5, 'main', 'log', 'b'], ['end', 'returned', 8]]"))
                .isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void missingEntryIsReported() throws Exception {
        assertThat(run("{'coros': {'main': []}}", "[['end', 'returned', null], [0, 'main', 'log', 1]]"))
                .isEqualTo(new Verdict.Differs(1, "[0,\"main\",\"log\",1]", "the end of the trace"));
    }

    @Test
    void entryTooManyIsReported() throws Exception {
        assertThat(run(TWO_STEPS, "[[1.5, 'main', 'log', 'a'], [1.5, 'main', 'log', 'b']]"))
                .isEqualTo(new Verdict.Differs(2, "the end of the trace", "[\"end\",\"returned\",7]"));
    }

    @Test
    void programThatWaitsForNothingIsReported() throws Exception {
        assertThat(run("{'coros': {'main': [['future', 'f'], ['await', 'f']]}}", "[['end', 'returned', null]]"))
                .hasToString("at 0: expected [\"end\",\"returned\",null] got"
                        + " [\"end\",\"raised\",\"io.asyncio4j.testkit.DeadlockException: deadlock: every"
                        + " task waits for something that nobody will ever do (nothing is ready to run, no"
                        + " timer is pending, and no other thread holds the clock)\"]");
    }

    @Test
    void programThatLogsWithoutEndIsReported() throws Exception {
        assertThat(run(
                        "{'coros': {'main': [['set', 'x', 0], ['while', ['eq', 'x', 0], [['log', 1]]]]}}",
                        "[['end', 'returned', null]]"))
                .isEqualTo(new Verdict.Unusable("more than 10000 trace entries"));
    }

    @Test
    void breakOutsideALoopIsReported() throws Exception {
        assertThat(run("{'coros': {'main': [['try', [['break']]]]}}", "[['end', 'returned', null]]"))
                .isEqualTo(new Verdict.Unusable("break outside a loop"));
    }

    @Test
    void handlerOfTheProgramCannotHideWhatNoScenarioDoes() throws Exception {
        assertThat(run(
                        "{'coros': {'main': [['try', [['reraise']], [[['BaseException'], []]]]]}}",
                        "[['end', 'returned', null]]"))
                .isEqualTo(new Verdict.Unusable("reraise outside a handler"));
    }

    @Test
    void programThatDoesNotEndIsReportedAndTheNextOneRuns() throws Exception {
        Scenario endless = scenario(
                "{'coros': {'main': [['set', 'x', 0], ['while', ['eq', 'x', 0], [['sleep', 1]]]]}}",
                "[['end', 'returned', null]]");
        try (ScenarioRunner runner = new ScenarioRunner(Duration.ofMillis(50))) {
            assertThat(runner.run(endless)).isEqualTo(new Verdict.DidNotEnd(Duration.ofMillis(50)));
        }
        assertThat(run("{'coros': {'main': []}}", "[['end', 'returned', null]]"))
                .isEqualTo(new Verdict.Passed());
    }

    private static Verdict run(String program, String trace) throws InterruptedException {
        try (ScenarioRunner runner = new ScenarioRunner(Duration.ofSeconds(20))) {
            return runner.run(scenario(program, trace));
        }
    }

    /** With ' for ", so that programs can be read. */
    private static Scenario scenario(String program, String trace) {
        return Scenario.read(("{'id': 'test', 'program': " + program + ", 'trace': " + trace + "}").replace('\'', '"'));
    }
}
