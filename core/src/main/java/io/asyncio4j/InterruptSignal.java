package io.asyncio4j;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while a runner runs: the first cancels the main task, the second throws {@link KeyboardInterrupt} on the loop and
 * interrupts the thread that is running; the third ends the program as it would without a loop.
 *
 * <p>As in asyncio, only the program's main thread listens. The JDK's one public means is {@code sun.misc.Signal} of the
 * module {@code jdk.unsupported}; where that is missing, or the JVM keeps signals to itself, Ctrl-C ends the program as it
 * would without a loop. It is reached by name, because naming it in code makes the compiler warn in a way that nothing
 * switches off: see adr/0003.
 *
 * <p>Not final, because of {@code received}: handles for methods that may be overridden are there when the JVM starts, one
 * for this method's shape that may not be would be made then.
 */
class InterruptSignal implements AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private final Task<?> task;
    private @Nullable Signals signals;
    private @Nullable Object handlerBefore;

    private InterruptSignal(Task<?> task) {
        this.task = task;
    }

    static InterruptSignal watch(Task<?> task) {
        InterruptSignal signal = new InterruptSignal(task);
        if (isMainThread(Thread.currentThread())) {
            Signals found = Signals.find();
            signal.signals = found;
            signal.handlerBefore = found == null ? null : found.handleBy(signal);
        }
        return signal;
    }

    /** The JVM starts the program on a platform thread of this name; there is no better mark. */
    private static boolean isMainThread(Thread thread) {
        return !thread.isVirtual() && thread.getName().equals("main");
    }

    /** How often Ctrl-C came. */
    int count() {
        return count.get();
    }

    /** Called as the one method of a {@code SignalHandler}. */
    void received(Object signal) {
        EventLoop loop = task.getLoop();
        if (count.incrementAndGet() == 1 && !task.done()) {
            loop.callSoonThreadsafe(task::cancel);
            return;
        }
        loop.callSoonThreadsafe(() -> {
            throw KeyboardInterrupt.of(null);
        });
        loop.scheduler.interruptHolder();
        // what computes without end hears of neither: the next Ctrl-C ends the program
        close();
    }

    @Override
    public void close() {
        if (signals != null && handlerBefore != null) {
            var _ = signals.install(handlerBefore);
        }
    }

    /**
     * {@code sun.misc.Signal}, by name. Three lambdas made at run time, as javac would have it done for method references:
     * reflection and a proxy take longer than all the rest of a small program.
     */
    private static final class Signals {
        private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

        private final Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        private final Class<?> signalType = Class.forName("sun.misc.Signal");
        private final Function<Object, Object> newSignal;
        private final BiFunction<Object, Object, Object> handle;

        @SuppressWarnings("unchecked") // the lambdas take and return any object
        private Signals() throws Throwable {
            MethodType makes = methodType(signalType, String.class);
            MethodHandle constructor = HERE.findConstructor(signalType, makes.changeReturnType(void.class));
            newSignal = (Function<Object, Object>)
                    lambda(Function.class, makes, constructor).invokeExact();
            MethodType handles = methodType(handlerType, signalType, handlerType);
            MethodHandle method = HERE.findStatic(signalType, "handle", handles);
            handle = (BiFunction<Object, Object, Object>)
                    lambda(BiFunction.class, handles, method).invokeExact();
        }

        private static MethodHandle lambda(Class<?> type, MethodType shape, MethodHandle method)
                throws LambdaConversionException {
            return LambdaMetafactory.metafactory(HERE, "apply", methodType(type), shape.generic(), method, shape)
                    .getTarget();
        }

        /** Null where there are no signals. */
        static @Nullable Signals find() {
            try {
                return new Signals();
            } catch (Error error) {
                throw error;
            } catch (Throwable missing) {
                return null;
            }
        }

        /** Lets the listener handle Ctrl-C; returns the handler before, or null where the JVM refuses. */
        @Nullable
        Object handleBy(InterruptSignal listener) {
            MethodType shape = methodType(void.class, signalType);
            try {
                MethodHandle received =
                        HERE.findVirtual(InterruptSignal.class, "received", methodType(void.class, Object.class));
                MethodType makes = methodType(handlerType, InterruptSignal.class);
                return install(LambdaMetafactory.metafactory(HERE, "handle", makes, shape, received, shape)
                        .getTarget()
                        .invoke(listener));
            } catch (IllegalArgumentException toldToLeaveSignalsAlone) {
                return null;
            } catch (Throwable impossible) {
                throw new AssertionError("a handler of signals could not be made", impossible);
            }
        }

        Object install(Object handler) {
            return handle.apply(newSignal.apply("INT"), handler);
        }
    }
}
