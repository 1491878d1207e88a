package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.shield;
import static io.asyncio4j.Asyncio.shielded;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A section with its defect: the real one, with something around it, or a task that the caller waits for. */
record SectionTwin(Defect defect) implements Section {

    /** What is wrong with the section. */
    enum Defect {
        /** The body is a task, awaited through a shield, whose wait is cancelled: the caller goes on without it. */
        LEAVES_THE_BODY,
        /** The body is a task, and the caller swallows what interrupts the wait for it. */
        SWALLOWS_THE_CANCELLATION,
        /** At its end it takes one request back, as who has caught an error does, although it has delivered none. */
        TAKES_BACK_AT_THE_END,
        /** Runs the body. */
        PROTECTS_FROM_NOTHING,
        /** A request that it keeps counts twice: when it comes, and when it is delivered. */
        COUNTS_TWICE,
        /** The limit is twice what was asked for. */
        LIMIT_IS_DOUBLED
    }

    @Override
    public void run(Duration limit, VoidCoroutine body) throws Exception {
        Task<?> caller = Objects.requireNonNull(currentTask());
        switch (defect) {
            case LEAVES_THE_BODY -> shield(createTask(body)).await();
            case SWALLOWS_THE_CANCELLATION -> swallowing(createTask(body));
            case PROTECTS_FROM_NOTHING -> body.run();
            case TAKES_BACK_AT_THE_END -> {
                shielded(limit, body);
                if (caller.cancelling() > 0) {
                    caller.uncancel();
                }
            }
            case COUNTS_TWICE -> {
                shielded(limit, body);
                if (caller.cancelling() > 0) {
                    caller.cancel();
                }
            }
            case LIMIT_IS_DOUBLED -> shielded(limit.multipliedBy(2), body);
        }
    }

    private static void swallowing(Task<?> body) {
        while (!body.done()) {
            try {
                var _ = Asyncio.wait(List.of(body));
            } catch (CancelledError error) {
                Objects.requireNonNull(currentTask()).uncancel();
            }
        }
    }
}
