package io.asyncio4j.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.asyncio4j.testkit.JUnitRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the page docs/testing.md tells the truth. */
@Timeout(120)
class GuideTest {
    private static final Path PAGE = Path.of("..", "docs", "testing.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "io", "asyncio4j", "testkit", "guide");
    private static final Pattern SEED = Pattern.compile("-Dasyncio4j\\.explore\\.seed=([\\w-]+)");
    private static final Pattern PLACE = Pattern.compile("-Dasyncio4j\\.cancel\\.at=([\\w:]+)");

    static Stream<String> programs() throws IOException {
        return Stream.of(Files.readString(PAGE).split("```java\n")).skip(1).map(rest -> rest.split("```")[0]);
    }

    /** The code, whatever the indentation. */
    private static String codeOf(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import "))
                .collect(Collectors.joining("\n"));
    }

    private static String textOf(Throwable failure) {
        return Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
    }

    /** The value of a property that the page gives. */
    private static String valueOf(Pattern property) throws IOException {
        Matcher matcher = property.matcher(Files.readString(PAGE));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programOnThePageIsOneThatRuns(String program) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(files.toList())
                    .anySatisfy(
                            file -> assertThat(codeOf(Files.readString(file))).contains(codeOf(program)));
        }
    }

    @Test
    void leakIsReportedAsThePageShows() throws IOException {
        String shown = textOf(JUnitRun.failureOf(Leaking.class, "newsIsShown")).split("\n")[1];
        assertThat(Files.readString(PAGE).replaceAll("\\s+", " ").replaceAll("java:\\d+", "java:0"))
                .contains(shown.replaceAll("\\s+", " ").strip().replaceAll("java:\\d+", "java:0"));
    }

    @Test
    void firstDraftPassesInAsynciosOrder() {
        assertThat(JUnitRun.successesOf(FirstDraft.class, "seatIsSoldOnce")).isEqualTo(2);
    }

    @Test
    void explorationFindsTheRaceOfTheFirstDraft() {
        assertThat(JUnitRun.failuresOf(FirstDraft.class, "seatIsSoldOnceInAnyOrder"))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("expected: <1> but was: <2>"));
    }

    @Test
    void seedOnThePageReplaysTheRace() throws IOException {
        System.setProperty("asyncio4j.explore.seed", valueOf(SEED));
        try {
            assertThat(textOf(JUnitRun.failureOf(FirstDraft.class, "seatIsSoldOnceInAnyOrder")))
                    .contains("expected: <1> but was: <2>", "replayed run");
        } finally {
            System.clearProperty("asyncio4j.explore.seed");
        }
    }

    @Test
    void secondDraftSurvivesTheExploration() {
        assertThat(JUnitRun.successesOf(SecondDraft.class, "seatIsSoldOnceInAnyOrder"))
                .isEqualTo(2);
    }

    @Test
    void cancellationFindsTheSeatThatTheSecondDraftLoses() {
        assertThat(JUnitRun.failuresOf(SecondDraft.class, "seatIsTakenOnlyIfItIsPaidFor"))
                .hasSize(2)
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageContaining("a seat is taken if and only if it is paid for"));
    }

    @Test
    void placeOnThePageReplaysTheCancellation() throws IOException {
        System.setProperty("asyncio4j.cancel.at", valueOf(PLACE));
        try {
            assertThat(textOf(JUnitRun.failureOf(SecondDraft.class, "seatIsTakenOnlyIfItIsPaidFor")))
                    .contains("a seat is taken if and only if it is paid for");
        } finally {
            System.clearProperty("asyncio4j.cancel.at");
        }
    }

    @ParameterizedTest
    @MethodSource("methodsOfTheThirdDraft")
    void thirdDraftPassesAll(String method) {
        assertThat(JUnitRun.successesOf(ThirdDraft.class, method)).isEqualTo(2);
    }

    static List<String> methodsOfTheThirdDraft() {
        return List.of(
                "seatIsSoldOnceInAnyOrder",
                "seatIsTakenOnlyIfItIsPaidFor",
                "somebodyGetsTheSeat",
                "seatCannotBeHadDuringSomebodyElsesPayment",
                "refusalComesAtOnce");
    }

    @Test
    void programWithoutJUnitRuns() {
        assertThatCode(PlainProgram::main).doesNotThrowAnyException();
    }
}
