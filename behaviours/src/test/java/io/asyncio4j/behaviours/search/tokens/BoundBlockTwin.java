package io.asyncio4j.behaviours.search.tokens;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationToken;
import java.util.Objects;

/** A block that is bound to a token, with its defect. */
record BoundBlockTwin(Defect defect) implements BoundBlock {

    /** What is wrong with the block. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Does not look at the token before it begins: its first wait is cancelled then. */
        BEGINS_ANYWAY,
        /** Asks the token before the body and after it. */
        IS_DEAF,
        /** Takes the registration back at the end of the body, but not where that throws. */
        LEAVES_ITS_REGISTRATION,
        /** Leaves its own request to the task. */
        FORGETS_TO_UNCANCEL,
        /** Where the token has cancelled the body, it takes no notice of others who have done so too. */
        CLAIMS_THE_CANCELLATION_OF_OTHERS
    }

    @Override
    public void run(CancellationToken token, VoidCoroutine body) throws Exception {
        Task<?> task = Objects.requireNonNull(Asyncio.currentTask());
        int before = task.cancelling();
        if (defect != Defect.BEGINS_ANYWAY) {
            token.throwIfCancellationRequested();
        }
        boolean[] requested = {false};
        CancellationRegistration registration = token.register(() -> {
            requested[0] = true;
            if (defect != Defect.IS_DEAF) {
                task.cancel();
            }
        });
        try {
            body.run();
        } catch (CancelledError error) {
            if (defect != Defect.LEAVES_ITS_REGISTRATION) {
                registration.close();
            }
            if (requested[0] && (exit(task) <= before || defect == Defect.CLAIMS_THE_CANCELLATION_OF_OTHERS)) {
                token.throwIfCancellationRequested();
            }
            throw error;
        }
        registration.close();
        if (requested[0]) {
            exit(task);
        }
    }

    private int exit(Task<?> task) {
        return switch (defect) {
            case IS_DEAF -> task.cancelling();
            case FORGETS_TO_UNCANCEL -> task.cancelling() - 1;
            default -> task.uncancel();
        };
    }
}
