package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.InvalidStateException;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.SystemExit;
import io.asyncio4j.ThrowableGroup;
import io.asyncio4j.locks.BrokenBarrierException;
import io.asyncio4j.queues.QueueEmptyException;
import io.asyncio4j.queues.QueueFullException;
import io.asyncio4j.queues.QueueShutDownException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The language's names for exceptions: which Java class each is, what a handler for it catches, how it is logged. */
final class ExceptionKind {

    /** An ordinary exception. */
    static final class Ex1 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Ex1(@Nullable String message) {
            super(message);
        }
    }

    /** Another ordinary exception. */
    static final class Ex2 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Ex2(@Nullable String message) {
            super(message);
        }
    }

    /** An exception that is not an ordinary one. */
    static final class Base1 extends Error {
        private static final long serialVersionUID = 1L;

        private Base1(@Nullable String message) {
            super(message);
        }
    }

    /** A program's own kind of cancellation. */
    static final class SubCancelled extends CancelledError {
        private static final long serialVersionUID = 1L;

        private SubCancelled(@Nullable String message) {
            super(message);
        }
    }

    private static final Map<Class<?>, String> WITH_MESSAGE = Map.of(
            Ex1.class, "Ex1",
            Ex2.class, "Ex2",
            Base1.class, "Base1",
            CancelledError.class, "CancelledError",
            ChildCancelledError.class, "CancelledError",
            SubCancelled.class, "SubCancelled",
            KeyboardInterrupt.class, "KeyboardInterrupt",
            SystemExit.class, "SystemExit");

    private static final Map<Class<?>, String> WITHOUT_MESSAGE = Map.of(
            TimeoutException.class, "TimeoutError",
            InvalidStateException.class, "InvalidStateError",
            QueueEmptyException.class, "QueueEmpty",
            QueueFullException.class, "QueueFull",
            QueueShutDownException.class, "QueueShutDown",
            BrokenBarrierException.class, "BrokenBarrierError",
            IllegalStateException.class, "RuntimeError",
            IllegalArgumentException.class, "ValueError",
            ExceptionGroup.class, "ExceptionGroup",
            BaseExceptionGroup.class, "BaseExceptionGroup");

    private ExceptionKind() {}

    /** An exception for a program to raise. */
    static Throwable make(String kind, @Nullable String message) {
        return switch (kind) {
            case "Ex1" -> new Ex1(message);
            case "Ex2" -> new Ex2(message);
            case "Base1" -> new Base1(message);
            case "CancelledError" -> new CancelledError(message);
            case "SubCancelled" -> new SubCancelled(message);
            case "KeyboardInterrupt" -> message == null ? new KeyboardInterrupt() : new KeyboardInterrupt(message);
            case "SystemExit" -> message == null ? new SystemExit() : new SystemExit(message);
            case "TimeoutError" -> new TimeoutException(message);
            default -> throw new UnusableProgramException("a program cannot raise " + kind);
        };
    }

    /** What a handler for the kind catches. */
    static Predicate<Throwable> handler(String kind) {
        return switch (kind) {
            case "BaseException" -> exception -> true;
            case "Exception" -> Exception.class::isInstance;
            case "CancelledError" -> CancelledError.class::isInstance;
            case "BaseExceptionGroup" -> ThrowableGroup.class::isInstance;
            default -> {
                if (!WITH_MESSAGE.containsValue(kind) && !WITHOUT_MESSAGE.containsValue(kind)) {
                    throw new MalformedProgramException("no kind of exception: " + kind);
                }
                yield exception -> kind.equals(nameOf(exception));
            }
        };
    }

    /** The canonical text. One that the language has no name for gets a text that is never expected. */
    static String text(Throwable exception) {
        String name = nameOf(exception);
        if (name == null) {
            return exception.toString();
        }
        if (exception instanceof ThrowableGroup group) {
            return group.exceptions().stream()
                    .map(ExceptionKind::text)
                    .collect(Collectors.joining(", ", name + "(", ")"));
        }
        String message = exception.getMessage();
        boolean shown = WITH_MESSAGE.containsKey(exception.getClass()) && message != null && !message.isEmpty();
        return shown ? name + ":" + message : name;
    }

    private static @Nullable String nameOf(Throwable exception) {
        String name = WITH_MESSAGE.get(exception.getClass());
        return name != null ? name : WITHOUT_MESSAGE.get(exception.getClass());
    }
}
