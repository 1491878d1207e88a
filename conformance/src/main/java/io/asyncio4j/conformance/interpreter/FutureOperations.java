package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.Future;
import io.asyncio4j.Handle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Futures, done callbacks, and callbacks of the loop. */
final class FutureOperations {

    private FutureOperations() {}

    static void addTo(Vocabulary vocabulary) {
        addFuturesTo(vocabulary);
        addDoneCallbacksTo(vocabulary);
        addLoopCallbacksTo(vocabulary);
    }

    private static void addFuturesTo(Vocabulary vocabulary) {
        vocabulary.action("future", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.bind(variable, frame.loop().createFuture());
        });
        vocabulary.action("set_result", arguments -> {
            String variable = arguments.text(0);
            Value value = arguments.value(1);
            return frame -> {
                Future<@Nullable Object> future = frame.future(variable);
                future.setResult(value.in(frame));
            };
        });
        vocabulary.action("set_exception", arguments -> {
            String variable = arguments.text(0);
            String kind = arguments.text(1);
            String message = arguments.message(2);
            return frame -> frame.future(variable).setException(ExceptionKind.make(kind, message));
        });
    }

    private static void addDoneCallbacksTo(Vocabulary vocabulary) {
        vocabulary.action("add_cb", arguments -> {
            String variable = arguments.text(0);
            String callback = arguments.text(1);
            Options options = arguments.options(2);
            return frame -> {
                Future<@Nullable Object> future = frame.future(variable);
                future.addDoneCallback(frame.run().callback(callback), options.context(frame));
            };
        });
        vocabulary.action("remove_cb", arguments -> {
            String variable = arguments.text(0);
            String callback = arguments.text(1);
            return frame -> frame.result(
                    "remove_cb",
                    variable,
                    frame.future(variable).removeDoneCallback(frame.run().callback(callback)));
        });
    }

    private static void addLoopCallbacksTo(Vocabulary vocabulary) {
        vocabulary.action("call_soon", arguments -> {
            String callback = arguments.text(0);
            String variable = arguments.optionalText(1);
            Options options = arguments.options(2);
            return frame -> bindHandle(
                    frame, variable, frame.loop().callSoon(frame.run().callback(callback), options.context(frame)));
        });
        vocabulary.action("call_later", arguments -> {
            Duration delay = arguments.duration(0);
            String callback = arguments.text(1);
            String variable = arguments.optionalText(2);
            Options options = arguments.options(3);
            return frame -> bindHandle(
                    frame,
                    variable,
                    frame.loop().callLater(delay, frame.run().callback(callback), options.context(frame)));
        });
        vocabulary.action("call_at", arguments -> {
            long when = arguments.duration(0).toNanos();
            String callback = arguments.text(1);
            String variable = arguments.optionalText(2);
            Options options = arguments.options(3);
            return frame -> bindHandle(
                    frame, variable, frame.loop().callAt(when, frame.run().callback(callback), options.context(frame)));
        });
        vocabulary.action("cancel_handle", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Handle.class).cancel();
        });
    }

    private static void bindHandle(Frame frame, @Nullable String variable, Handle handle) {
        if (variable != null) {
            frame.bind(variable, handle);
        }
    }
}
