package io.asyncio4j;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the tasks of one loop in debug mode that catch the {@link CancelledError} of a request of their own, do not take
 * the request back, and go on. Loop thread only.
 *
 * <p>Reported once for each error, and not before it is clear: a cleanup may wait, and throw the error on after that. See
 * {@link DeliveredCancellation}. A task that ends as cancelled has swallowed nothing.
 */
final class SwallowedCancellations {
    private final EventLoop loop;

    // What has been thrown and not been accounted for; empty outside debug mode.
    private final IdentityHashMap<Task<?>, List<DeliveredCancellation>> open = new IdentityHashMap<>(0);

    SwallowedCancellations(EventLoop loop) {
        this.loop = loop;
    }

    /** The task is about to throw this, for a request of its own. */
    void thrown(Task<?> task, CancelledError error) {
        open.computeIfAbsent(task, _ -> new ArrayList<>(1)).add(new DeliveredCancellation(error, task.cancelling()));
    }

    /** A request was taken back. */
    void takenBack(Task<?> task) {
        List<DeliveredCancellation> delivered = open.get(task);
        if (delivered != null && delivered.removeIf(one -> one.cancelling > task.cancelling()) && delivered.isEmpty()) {
            open.remove(task);
        }
    }

    /** The task ends a step, on whose thread this is called: it waits, or is done. Throws nothing. */
    void stepEnds(Task<?> task) {
        List<DeliveredCancellation> delivered = open.get(task);
        if (delivered == null || loop.scheduler.unwinding.isUnderWay()) {
            return;
        }
        try {
            if (task.done()) {
                open.remove(task);
                ended(task, delivered);
            } else if (!task.isAboutToBeCancelled()) {
                waits(task, delivered);
            }
        } catch (KeyboardInterrupt | SystemExit fatal) {
            loop.scheduler.leaveWith(fatal);
        } catch (Exception | StackOverflowError failed) {
            // a report must not break the step it is about
            open.remove(task);
            ExceptionReports.warn(
                    "whether " + task.getName() + " swallows its cancellation could not be found: " + failed);
        }
    }

    private void waits(Task<?> task, List<DeliveredCancellation> delivered) {
        List<StackFrame> here = DeliveredCancellation.frames();
        List<DeliveredCancellation> swallowed =
                delivered.stream().filter(one -> one.isSwallowedByWait(here)).toList();
        delivered.removeAll(swallowed);
        if (delivered.isEmpty()) {
            open.remove(task);
        }
        for (DeliveredCancellation one : swallowed) {
            report(task, one, "");
        }
    }

    private void ended(Task<?> task, List<DeliveredCancellation> delivered) {
        if (task.cancelled()) {
            return;
        }
        Throwable failure = task.failure();
        for (DeliveredCancellation one : delivered) {
            if (one.isSwallowedByEnd(failure)) {
                report(task, one, failure == null ? "; it has returned since" : "; it has failed since");
            }
        }
    }

    private void report(Task<?> task, DeliveredCancellation swallowed, String since) {
        CancelledError error = swallowed.error;
        CancelRequest request = error.request();
        Throwable site = request == null ? null : request.site();
        String asked =
                site == null ? "" : " cancel() was called " + DeliveredCancellation.placeOf(site.getStackTrace()) + ".";
        String message =
                "Task " + task.getName() + " has swallowed its cancellation: " + swallowed.story() + since + "." + asked
                        + " Throw the error on once the task has cleaned up, or take the request back with uncancel()";
        loop.callExceptionHandler(new ExceptionContext(message, error, task, null, task.source()));
    }
}
