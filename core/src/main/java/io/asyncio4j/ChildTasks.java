package io.asyncio4j;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The children of a task group that are not done, in the order of their creation: a list that adds and removes in constant
 * time, whose nodes are the children's done callbacks. Loop thread only.
 */
final class ChildTasks {
    private final Consumer<Future<?>> onDone;
    private @Nullable Child first;
    private @Nullable Child last;
    private int size;

    ChildTasks(Consumer<Future<?>> onDone) {
        this.onDone = onDone;
    }

    /** One child, and what is called when it is done: then it leaves the list. */
    static final class Child extends Handle {
        private final Task<?> task;
        private @Nullable Child previous;
        private @Nullable Child next;

        Child(Task<?> task, ChildTasks siblings) {
            super(task.getLoop(), null, siblings);
            this.task = task;
        }

        @Override
        void call(Object siblings) {
            ((ChildTasks) siblings).done(this);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(Task<?> task) {
        Child child = new Child(task, this);
        Child before = last;
        child.previous = before;
        if (before == null) {
            first = child;
        } else {
            before.next = child;
        }
        last = child;
        size++;
        task.onDone(child);
    }

    private void done(Child child) {
        remove(child);
        onDone.accept(child.task);
    }

    private void remove(Child child) {
        Child before = child.previous;
        Child after = child.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        size--;
    }

    void cancelAll(@Nullable String msg) {
        for (Child child = first; child != null; child = child.next) {
            child.task.cancel(msg);
        }
    }
}
