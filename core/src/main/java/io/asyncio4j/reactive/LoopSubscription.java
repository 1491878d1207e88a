package io.asyncio4j.reactive;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.CoroutineExit;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Future;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.SystemExit;
import io.asyncio4j.Task;
import io.asyncio4j.VoidBlock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a publisher's body, by a task of its own, for one subscriber. The rules are those of Reactive Streams. */
final class LoopSubscription<T> implements Flow.Subscription, Emitter<T> {
    // Fixed.
    private final EventLoop loop;
    private final VoidBlock<LoopSubscription<T>> body;

    // Any thread. Once set no signal is begun: cancelled, or the last one has been sent.
    private volatile boolean ended;

    // Loop thread only.
    //   submitted   task == null
    //   emitting    task != null, subscriber != null
    //   ended       subscriber == null            (so that nothing keeps it from being garbage)
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private @Nullable Task<?> task;
    private @Nullable Future<@Nullable Void> waiter;
    private long demand;
    private boolean askedToEnd;

    LoopSubscription(EventLoop loop, VoidBlock<LoopSubscription<T>> body, Flow.Subscriber<? super T> subscriber) {
        this.loop = loop;
        this.body = body;
        this.subscriber = subscriber;
    }

    /** From any thread. */
    void start() {
        CompletableFuture<@Nullable Void> run;
        try {
            run = Asyncio.runCoroutineThreadsafe(this::run, loop);
        } catch (IllegalStateException closed) {
            refuse(closed);
            return;
        }
        CompletableFuture<@Nullable Void> _ = run.whenComplete((_, failure) -> {
            if (task == null) {
                refuse(Objects.requireNonNullElseGet(
                        failure, () -> new CancellationException("the publisher's task was cancelled")));
            }
        });
    }

    /** There will be no task. Rule 1.9 wants even that to be told in two signals. */
    private void refuse(Throwable failure) {
        begin();
        end(last -> last.onError(failure));
    }

    private void run() {
        task = Asyncio.currentTask();
        try {
            begin();
            if (!ended) {
                body.run(this);
            }
            end(Flow.Subscriber::onComplete);
        } catch (CancelledError | CoroutineExit error) {
            CancellationException cancelled = new CancellationException("the publisher's task was cancelled");
            cancelled.initCause(error);
            end(last -> last.onError(cancelled));
            throw error;
        } catch (KeyboardInterrupt | SystemExit fatal) {
            end(last -> last.onError(fatal));
            throw fatal;
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        if (ended) {
            report("a publisher failed after its subscription was cancelled", failure);
        }
        end(last -> last.onError(failure));
    }

    private void begin() {
        signal(first -> first.onSubscribe(this));
    }

    private void end(Consumer<Flow.Subscriber<? super T>> last) {
        if (!ended) {
            ended = true;
            signal(last);
        }
        subscriber = null;
    }

    /** A subscriber must not throw. One that does is not called again, and its task is cancelled. */
    private void signal(Consumer<Flow.Subscriber<? super T>> signal) {
        Flow.Subscriber<? super T> receiver = subscriber;
        if (receiver == null) {
            return;
        }
        try {
            signal.accept(receiver);
        } catch (CancelledError | CoroutineExit | KeyboardInterrupt | SystemExit meantForTheTask) {
            throw meantForTheTask;
        } catch (Throwable failure) {
            report("a subscriber threw, which Reactive Streams forbids; its subscription is cancelled", failure);
            cancel();
        }
    }

    private void report(String message, Throwable failure) {
        loop.callExceptionHandler(new ExceptionContext(message, failure));
    }

    // ---- the subscriber's side, from any thread

    @Override
    public void request(long number) {
        if (!ended) {
            handOver(() -> demand(number));
        }
    }

    @Override
    public void cancel() {
        if (!ended) {
            ended = true;
            handOver(this::askToEnd);
        }
    }

    /** A loop that is closed needs no telling: closing it has ended the task. */
    private void handOver(Runnable action) {
        try {
            loop.callSoonThreadsafe(action);
        } catch (IllegalStateException exception) {
            if (!loop.isClosed()) {
                throw exception;
            }
        }
    }

    // ---- the loop's side

    private void demand(long number) {
        if (ended) {
            return;
        }
        if (number <= 0) {
            end(last -> last.onError(new IllegalArgumentException(
                    "request(" + number + "): a subscriber asks for one item or more (Reactive Streams, rule 3.9)")));
            askToEnd();
            return;
        }
        demand = demand + number < 0 ? Long.MAX_VALUE : demand + number;
        Future<@Nullable Void> waiting = waiter;
        if (waiting != null && !waiting.done()) {
            waiting.setResult(null);
        }
    }

    private void askToEnd() {
        subscriber = null;
        Task<?> running = task;
        if (!askedToEnd && running != null) {
            askedToEnd = true;
            running.cancel("the subscription was cancelled", this);
        }
    }

    @Override
    public void emit(T item) {
        Objects.requireNonNull(item, "a publisher has no null items (Reactive Streams, rule 2.13)");
        awaitDemand();
        if (demand < Long.MAX_VALUE) {
            demand--;
        }
        signal(receiver -> receiver.onNext(item));
    }

    void emitAll(Iterable<? extends T> items) {
        Iterator<? extends T> iterator = items.iterator();
        while (iterator.hasNext()) {
            awaitDemand();
            emit(iterator.next());
        }
    }

    private void awaitDemand() {
        if (Asyncio.currentTask() != task) {
            throw new IllegalStateException("a publisher's items are emitted by the task that runs its body, one at a "
                    + "time: hand them to it, by a queue for example");
        }
        while (!ended && demand == 0) {
            awaitRequest();
        }
        if (ended) {
            askToEnd();
            Asyncio.sleep(Duration.ZERO);
            throw new IllegalStateException("nobody takes items any more: the subscription was cancelled, which the "
                    + "publisher's body has caught; let the CancelledError out");
        }
    }

    private void awaitRequest() {
        Future<@Nullable Void> request = loop.createFuture();
        waiter = request;
        try {
            request.await();
        } catch (Exception impossible) {
            throw new IllegalStateException("waiting for a subscriber failed", impossible);
        } finally {
            waiter = null;
        }
    }

    @Override
    public String toString() {
        return "<Subscription " + (ended ? "ended" : "demand=" + demand) + ">";
    }
}
