package io.asyncio4j.testkit;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbered steps across tasks: each waits until all steps before it have been taken, whatever tasks they are in.
 *
 * <pre>{@code
 * Sequencer sequence = new Sequencer();
 * taskGroup(group -> {
 *     group.createTask(() -> {
 *         sequence.step(0);
 *         order.add("first");
 *         sequence.step(2);
 *         order.add("third");
 *     });
 *     group.createTask(() -> {
 *         sequence.step(1);
 *         order.add("second");
 *     });
 * });
 * }</pre>
 *
 * <p>A step is a gate. Once it is taken the next one may be, as soon as the task waits for anything; with a
 * {@linkplain #step(int, Coroutine) body}, when the body has ended. Steps are counted from 0, each is taken once, and none
 * is left out: where a number is missing, those after it wait without end. A loop that detects deadlocks fails then, and the
 * tests of this kit say which number it is.
 *
 * <p>Belongs to the tasks of one loop. Follows trio's {@code Sequencer}, but for cancellation: there, one waiting task that
 * is cancelled breaks it for all.
 */
public final class Sequencer {
    // Loop thread only. Invariant: the steps below next have been taken, next is being taken or is not, none above is.
    private int next;
    private boolean underWay;

    // Loop thread only. Who waits for the turn of a step, by its number; done as soon as it has come.
    private final SortedMap<Integer, Turn> waiting = new TreeMap<>();

    /** A sequence of which no step has been taken. */
    public Sequencer() {}

    /**
     * Takes a step: suspends the calling task until all steps before it have been taken. Does not suspend when they have.
     *
     * <p><em>Cancellation:</em> a task that is cancelled while it waits has not taken the step, even if the turn had come
     * just before. The number is free again, and the steps after it go on waiting until somebody takes it.
     *
     * @param number the step's number, from 0
     * @throws IllegalArgumentException if the number is negative
     * @throws IllegalStateException if the step has been taken, or another task takes it or waits for it; or if the caller
     *     has to wait and is no task
     */
    public void step(int number) {
        await(number);
        taken();
    }

    /**
     * Takes a step that lasts as long as the body: the next one can be taken when the body has ended, in whatever way.
     *
     * <p><em>Cancellation:</em> while it waits, as in {@link #step(int)}, and the body does not run. In the body: the step
     * counts as taken.
     *
     * @param <T> what the body returns
     * @param number the step's number, from 0
     * @param body what to do, waiting included
     * @return what the body returned
     * @throws IllegalArgumentException as {@link #step(int)}
     * @throws IllegalStateException as {@link #step(int)}
     * @throws Exception what the body threw
     */
    public <T extends @Nullable Object> T step(int number, Coroutine<T> body) throws Exception {
        Objects.requireNonNull(body, "the body of a step");
        await(number);
        underWay = true;
        try {
            return body.await();
        } finally {
            underWay = false;
            taken();
        }
    }

    /**
     * As {@link #step(int, Coroutine)}, for a body that returns nothing.
     *
     * @param number the step's number, from 0
     * @param body what to do, waiting included
     * @throws Exception what the body threw
     */
    public void step(int number, VoidCoroutine body) throws Exception {
        Objects.requireNonNull(body, "the body of a step");
        step(number, body.asCoroutine());
    }

    private void await(int number) {
        check(number);
        if (number == next && !underWay) {
            return;
        }
        EventLoop loop = Asyncio.getRunningLoop();
        Turn turn = new Turn(loop.createFuture(), Asyncio.currentTask());
        waiting.put(number, turn);
        TestRun run = TestRun.current();
        if (run != null) {
            run.sequencers().add(this);
        }
        try {
            turn.come.await();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception impossible) {
            throw new IllegalStateException("the wait for a step failed", impossible);
        } finally {
            waiting.remove(number);
        }
    }

    private void check(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("steps are counted from 0, not " + number);
        }
        if (number < next) {
            throw new IllegalStateException("step " + number + " has been taken already, and the next one is " + next
                    + ": each is taken once, in the order of their numbers");
        }
        if (number == next && underWay) {
            throw new IllegalStateException("step " + number + " is being taken: each is taken once");
        }
        Turn other = waiting.get(number);
        if (other != null) {
            throw new IllegalStateException(
                    "step " + number + " is waited for by " + other.who() + " already: each is taken once");
        }
    }

    private void taken() {
        next++;
        Turn turn = waiting.get(next);
        if (turn != null && !turn.come.done()) {
            turn.come.setResult(null);
        }
    }

    /** Which step the first one that is waited for is behind, and where that one waits; null if nobody waits. */
    @Nullable
    WaitingTask gap() {
        if (waiting.isEmpty()) {
            return null;
        }
        int first = waiting.firstKey();
        Task<?> task = Objects.requireNonNull(waiting.get(first)).task();
        if (task == null || first == next) {
            return null;
        }
        return WaitingTask.of(
                "step " + first + " waits for step " + next
                        + (underWay ? ", which has not ended" : ", which nobody has taken"),
                task);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<Sequencer next=").append(next);
        waiting.forEach((number, turn) ->
                text.append(", ").append(turn.who()).append(" waits for ").append(number));
        return text.append(">").toString();
    }

    /** A task in front of its step. */
    private record Turn(
            Future<@Nullable Void> come, @Nullable Task<?> task) {
        String who() {
            return task == null ? "a callback" : task.getName();
        }
    }
}
