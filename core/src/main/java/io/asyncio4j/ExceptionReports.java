package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The way to a loop's exception handler, and the handler where none is set: the system's log. Loop thread only, but for
 * the failures of work in threads that end after the loop.
 */
final class ExceptionReports {
    /** Found when the first report is made: that takes longer than the rest of a loop's beginning. */
    private static final class Log {
        static final System.Logger LOGGER = System.getLogger("io.asyncio4j");
    }

    private ExceptionReports() {}

    static void report(EventLoop loop, ExceptionContext context) {
        ExceptionHandler current = loop.getExceptionHandler();
        if (current == null) {
            log(context);
            return;
        }
        try {
            Context in = contextOf(context);
            if (in == null) {
                current.handle(loop, context);
            } else {
                ContextStack.ofCurrentThread().switchTo(in, () -> current.handle(loop, context));
            }
        } catch (KeyboardInterrupt | SystemExit fatal) {
            throw fatal;
        } catch (Throwable exception) {
            log(context);
            log(new ExceptionContext("Unhandled error in exception handler " + current, exception));
        }
    }

    private static @Nullable Context contextOf(ExceptionContext context) {
        if (context.future() instanceof Task<?> task) {
            return task.getContext();
        }
        return context.handle() == null ? null : context.handle().getContext();
    }

    /** A log that fails must not end the loop: then what there is to say goes to the standard error. */
    static void log(ExceptionContext context) {
        try {
            logFully(context);
        } catch (KeyboardInterrupt | SystemExit fatal) {
            throw fatal;
        } catch (Exception failed) {
            System.err.println(context.message() + ": " + Representation.of(context.exception()) + " (not logged: "
                    + Representation.of(failed) + ")");
        }
    }

    private static void logFully(ExceptionContext context) {
        StringWriter text = new StringWriter();
        try (PrintWriter lines = new PrintWriter(text)) {
            lines.print(context.message());
            if (context.future() != null) {
                lines.printf("%nfuture: %s", context.future());
            }
            if (context.handle() != null) {
                lines.printf("%nhandle: %s", context.handle());
            }
            if (context.source() != null) {
                lines.println();
                context.source().printStackTrace(lines);
            }
        }
        Throwable exception = context.exception();
        if (exception == null) {
            Log.LOGGER.log(System.Logger.Level.ERROR, text.toString());
        } else {
            Log.LOGGER.log(System.Logger.Level.ERROR, text.toString(), exception);
        }
    }

    /** A step of a task is shown with the place where it ended: where it waits now, or where it failed. */
    static void warnSlow(ReadyEntry entry, Duration took) {
        StringBuilder text = new StringBuilder("Executing ")
                .append(entry)
                .append(" took ")
                .append(String.format(Locale.ROOT, "%.3f seconds", took.toNanos() / 1e9));
        if (entry instanceof Task<?> task) {
            for (StackTraceElement frame : task.getStack()) {
                text.append(System.lineSeparator()).append("  at ").append(frame);
            }
        }
        warn(text.toString());
    }

    static void warn(String message) {
        Log.LOGGER.log(System.Logger.Level.WARNING, message);
    }
}
