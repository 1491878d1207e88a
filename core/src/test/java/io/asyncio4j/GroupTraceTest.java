package io.asyncio4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree that a group's stack trace shows. */
class GroupTraceTest {
    private static <E extends Throwable> E at(E throwable, String... methods) {
        var frames = new StackTraceElement[methods.length];
        for (int index = 0; index < methods.length; index++) {
            frames[index] = new StackTraceElement("app.Main", methods[index], "Main.java", 7);
        }
        throwable.setStackTrace(frames);
        return throwable;
    }

    private static String traceOf(Throwable throwable) {
        var writer = new StringWriter();
        throwable.printStackTrace(new PrintWriter(writer, true));
        return writer.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void membersStandBelowTheGroupWithTheirOwnTraces() {
        var group = at(
                new ExceptionGroup(
                        "failed", List.of(at(new Exception("first"), "read"), at(new Exception("second"), "write"))),
                "main");
        assertThat(traceOf(group)).isEqualTo("""
            io.asyncio4j.ExceptionGroup: failed (2 sub-exceptions)
            \tat app.Main.main(Main.java:7)
              +-- 1 of 2 ----------------------------------------
              | java.lang.Exception: first
              | \tat app.Main.read(Main.java:7)
              +-- 2 of 2 ----------------------------------------
              | java.lang.Exception: second
              | \tat app.Main.write(Main.java:7)
              +--------------------------------------------------
            """);
    }

    @Test
    void nestedGroupsAreIndentedFurther() {
        var inner = at(new ExceptionGroup("inner", List.of(at(new Exception("leaf"), "read"))), "step");
        assertThat(traceOf(at(new ExceptionGroup("outer", List.of(inner)), "main")))
                .isEqualTo("""
                    io.asyncio4j.ExceptionGroup: outer (1 sub-exception)
                    \tat app.Main.main(Main.java:7)
                      +-- 1 of 1 ----------------------------------------
                      | io.asyncio4j.ExceptionGroup: inner (1 sub-exception)
                      | \tat app.Main.step(Main.java:7)
                      |   +-- 1 of 1 ----------------------------------------
                      |   | java.lang.Exception: leaf
                      |   | \tat app.Main.read(Main.java:7)
                      |   +--------------------------------------------------
                      +--------------------------------------------------
                    """);
    }

    @Test
    void suppressedAndCauseOfMemberStandInItsBranch() {
        var member = at(new Exception("leaf"), "read", "run");
        member.addSuppressed(at(new Exception("closing"), "close", "run"));
        member.initCause(at(new Exception("root"), "fetch", "run"));
        assertThat(traceOf(at(new ExceptionGroup("failed", List.of(member)), "main")))
                .isEqualTo("""
                    io.asyncio4j.ExceptionGroup: failed (1 sub-exception)
                    \tat app.Main.main(Main.java:7)
                      +-- 1 of 1 ----------------------------------------
                      | java.lang.Exception: leaf
                      | \tat app.Main.read(Main.java:7)
                      | \tat app.Main.run(Main.java:7)
                      | \tSuppressed: java.lang.Exception: closing
                      | \t\tat app.Main.close(Main.java:7)
                      | \t\t... 1 more
                      | Caused by: java.lang.Exception: root
                      | \tat app.Main.fetch(Main.java:7)
                      | \t... 1 more
                      +--------------------------------------------------
                    """);
    }

    @Test
    void suppressedAndCauseOfTheGroupFollowTheTree() {
        var group = at(new ExceptionGroup("failed", List.of(at(new Exception("leaf")))));
        group.addSuppressed(at(new Exception("closing")));
        group.initCause(at(new Exception("root")));
        assertThat(traceOf(group)).endsWith("""
              | java.lang.Exception: leaf
              +--------------------------------------------------
            \tSuppressed: java.lang.Exception: closing
            Caused by: java.lang.Exception: root
            """);
    }

    @Test
    void groupAsCauseOfMemberIsShownAsTree() {
        var cause = at(new ExceptionGroup("inner", List.of(at(new Exception("leaf")))));
        var member = at(new Exception("wrapper", cause));
        assertThat(traceOf(new ExceptionGroup("outer", List.of(member)))).contains("""
              | Caused by: io.asyncio4j.ExceptionGroup: inner (1 sub-exception)
              |   +-- 1 of 1 ----------------------------------------
              |   | java.lang.Exception: leaf
            """);
    }

    @Test
    void memberCausedByItsOwnGroupEndsInOneLine() {
        var member = at(new Exception("leaf"));
        var group = new ExceptionGroup("failed", List.of(member));
        member.initCause(group);
        assertThat(traceOf(group))
                .contains("  | Caused by: [shown above: io.asyncio4j.ExceptionGroup: failed (1 sub-exception)]\n");
    }

    @Test
    void memberThatStandsTwiceIsShownOnce() {
        var member = at(new Exception("leaf"), "read");
        assertThat(traceOf(new ExceptionGroup("failed", List.of(member, member))))
                .containsOnlyOnce("at app.Main.read")
                .contains("  | [shown above: java.lang.Exception: leaf]\n");
    }

    @Test
    void everyLineOfMessageStaysInItsBranch() {
        assertThat(traceOf(new ExceptionGroup("failed", List.of(at(new Exception("one\ntwo"))))))
                .contains("  | java.lang.Exception: one\n  | two\n");
    }

    @Test
    void theSixteenthMemberIsOnlyCounted() {
        List<Throwable> members = new ArrayList<>();
        for (int index = 1; index <= 17; index++) {
            members.add(at(new Exception("number " + index)));
        }
        assertThat(traceOf(new ExceptionGroup("failed", members)))
                .contains("+-- 15 of 17 ")
                .contains("number 15\n")
                .doesNotContain("number 16\n")
                .endsWith("  +-- and 2 more ------------------------------------\n");
    }

    @Test
    void theEleventhLevelIsOnlyCounted() {
        Throwable nested = at(new Exception("leaf"));
        for (int level = 11; level >= 1; level--) {
            nested = at(new ExceptionGroup("level " + level, Collections.nCopies(level == 11 ? 3 : 1, nested)));
        }
        assertThat(traceOf(nested))
                .contains("level 11 (3 sub-exceptions)\n")
                .contains("+-- 3 not shown, nested too deeply ")
                .doesNotContain("leaf");
    }

    @Test
    void streamGetsTheSameTextAsWriter() {
        var group = new BaseExceptionGroup("failed", List.of(new AssertionError("claim")));
        var bytes = new ByteArrayOutputStream();
        group.printStackTrace(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .isEqualTo(traceOf(group));
    }

    @Test
    void foreignTraceOfGroupShowsTheMembersToo() {
        var group = new ExceptionGroup("failed", List.of(new Exception("leaf")));
        assertThat(traceOf(new RuntimeException("wrapper", group))).contains("Suppressed: java.lang.Exception: leaf");
    }
}
