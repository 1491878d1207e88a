package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.AsCompleted;
import io.asyncio4j.Asyncio;
import io.asyncio4j.Awaitable;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waiting with a limit, and for several things at once. */
final class WaitingOperations {

    private WaitingOperations() {}

    static void addTo(Vocabulary vocabulary) {
        vocabulary.action("wait_for", arguments -> {
            AwaitableExpression awaitable = arguments.awaitable(0);
            Duration timeout = arguments.optionalDuration(1);
            return frame -> frame.result(
                    "wait_for", awaitable.description(), Asyncio.waitFor(awaitable.checkedAndMade(frame), timeout));
        });
        vocabulary.action("wait", arguments -> {
            List<String> variables = arguments.texts(0);
            Options options = arguments.options(1);
            ReturnWhen when = options.when() == null ? ReturnWhen.ALL_COMPLETED : ReturnWhen.valueOf(options.when());
            return frame -> waitForAll(frame, variables, options.timeout(), when);
        });
        vocabulary.action("as_completed", arguments -> {
            String variable = arguments.text(0);
            List<AwaitableExpression> awaitables = arguments.awaitables(1);
            Duration timeout = arguments.optionalDuration(2);
            return frame -> frame.bind(variable, Completions.of(frame, awaitables, timeout));
        });
        vocabulary.action("next", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Completions.class).logNextResult(frame, variable);
        });
        vocabulary.action("anext", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Completions.class).logNextFuture(frame, variable);
        });
    }

    private static void waitForAll(Frame frame, List<String> variables, @Nullable Duration timeout, ReturnWhen when)
            throws Exception {
        List<Future<@Nullable Object>> futures =
                variables.stream().map(frame::future).toList();
        Wait<Future<@Nullable Object>> outcome = Asyncio.wait(futures, timeout, when);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> done = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (int i = 0; i < futures.size(); i++) {
            Future<@Nullable Object> future = futures.get(i);
            boolean isDone = outcome.done().contains(future);
            if (isDone == outcome.pending().contains(future)) {
                throw new UnusableProgramException("wait must put a future into exactly one of its two sets");
            }
            if (seen.add(future)) {
                (isDone ? done : pending).add(variables.get(i));
            }
        }
        frame.log("wait", done, pending);
    }

    /**
     * What a variable of {@code as_completed} holds: one iteration in both of its forms.
     *
     * @param futures yields the finished futures
     * @param coroutines yields coroutines for the next results
     * @param names what the program calls the futures it passed in
     */
    private record Completions(
            AsCompleted<@Nullable Object> futures,
            Iterator<Coroutine<@Nullable Object>> coroutines,
            IdentityHashMap<Object, String> names) {

        static Completions of(Frame frame, List<AwaitableExpression> expressions, @Nullable Duration timeout) {
            expressions.forEach(expression -> expression.check(frame));
            IdentityHashMap<Object, String> names = new IdentityHashMap<>();
            List<Awaitable<@Nullable Object>> awaitables = new ArrayList<>();
            for (AwaitableExpression expression : expressions) {
                Awaitable<@Nullable Object> awaitable = expression.make(frame);
                awaitables.add(awaitable);
                names.putIfAbsent(awaitable, expression.description());
            }
            AsCompleted<@Nullable Object> futures = Asyncio.asCompleted(awaitables, timeout);
            return new Completions(futures, futures.coroutines().iterator(), names);
        }

        void logNextResult(Frame frame, String variable) throws Exception {
            if (!coroutines.hasNext()) {
                frame.result("next", variable, "end");
                return;
            }
            frame.result("next", variable, "got", coroutines.next().await());
        }

        void logNextFuture(Frame frame, String variable) throws Exception {
            if (!futures.hasNext()) {
                frame.result("anext", variable, "end");
                return;
            }
            Future<@Nullable Object> future = futures.next();
            String name = names.get(future);
            if (name == null && future instanceof Task<?> implicit) {
                name = frame.run().labels().of(implicit);
            }
            frame.setLast("got");
            State.of(future).log(frame, "anext", variable, "got", name);
        }
    }
}
