package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Future;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A condition of a program. */
@FunctionalInterface
interface ProgramCondition {

    boolean holds(Frame frame);

    static ProgramCondition read(@Nullable Object json) {
        if (!(json instanceof List<?> list) || list.size() < 2) {
            throw new MalformedProgramException("not a condition: " + json);
        }
        Arguments arguments = new Arguments(list);
        String kind = String.valueOf(list.getFirst());
        if (kind.equals("not")) {
            ProgramCondition condition = arguments.condition(0);
            return frame -> !condition.holds(frame);
        }
        String subject = arguments.text(0);
        Value left = subject.equals("$last") ? Frame::last : frame -> frame.variable(subject);
        Value right = arguments.value(1);
        return switch (kind) {
            case "done" -> frame -> frame.future(subject).done();
            case "cancelled" -> frame -> frame.future(subject).cancelled();
            case "failed" -> frame -> failed(frame.future(subject));
            case "eq" -> frame -> Objects.equals(left.in(frame), right.in(frame));
            case "ne" -> frame -> !Objects.equals(left.in(frame), right.in(frame));
            case "lt" -> frame -> compare(left.in(frame), right.in(frame)) < 0;
            case "gt" -> frame -> compare(left.in(frame), right.in(frame)) > 0;
            default -> throw new MalformedProgramException("not a condition: " + json);
        };
    }

    private static boolean failed(Future<?> future) {
        return future.done() && !future.cancelled() && future.exception() != null;
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number first && right instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        throw new UnusableProgramException("neither of these is greater: " + left + ", " + right);
    }
}
