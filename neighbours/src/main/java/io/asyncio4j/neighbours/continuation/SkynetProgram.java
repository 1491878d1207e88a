package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayDeque;
import jdk.internal.vm.Continuation;
import org.jspecify.annotations.Nullable;

/**
 * A tree of continuations, ten children each, whose leaves give their number and whose nodes wait for their children and add
 * up what they give; as many leaves as tasks, a power of ten. The last made ready runs first, so that few are alive at once.
 * Measured: from before the root to the sum.
 */
final class SkynetProgram implements Program {
    private static final int CHILDREN = 10;

    @Override
    public Sample round(int tasks, int times) {
        long began = System.nanoTime();
        ArrayDeque<Continuation> ready = new ArrayDeque<>();
        Node root = new Node(ready, null, 0, tasks);
        for (Continuation next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
        Sample took = Sample.Time.since(began);
        if (root.sum != (long) tasks * (tasks - 1) / 2) {
            throw new AssertionError("added up to " + root.sum);
        }
        return took;
    }

    /** A continuation of the tree. */
    private static final class Node implements Runnable {
        private final ArrayDeque<Continuation> ready;
        private final @Nullable Node parent;
        private final Continuation continuation = Turns.continuation(this);
        private final long first;
        private final int leaves;
        private int missing = CHILDREN;
        private long sum;

        Node(ArrayDeque<Continuation> ready, @Nullable Node parent, long first, int leaves) {
            this.ready = ready;
            this.parent = parent;
            this.first = first;
            this.leaves = leaves;
            ready.push(continuation);
        }

        @Override
        public void run() {
            if (leaves == 1) {
                sum = first;
            } else {
                int each = leaves / CHILDREN;
                for (int i = 0; i < CHILDREN; i++) {
                    new Node(ready, this, first + (long) i * each, each);
                }
                Turns.suspend();
            }
            if (parent != null) {
                parent.childEnded(sum);
            }
        }

        private void childEnded(long result) {
            sum += result;
            if (--missing == 0) {
                ready.push(continuation);
            }
        }
    }
}
