package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.locks.Barrier;
import io.asyncio4j.locks.BoundedSemaphore;
import io.asyncio4j.locks.Condition;
import io.asyncio4j.locks.Event;
import io.asyncio4j.locks.Lock;
import io.asyncio4j.locks.Semaphore;

/** Locks, semaphores, conditions, events and barriers. */
final class SynchronizationOperations {

    private SynchronizationOperations() {}

    static void addTo(Vocabulary vocabulary) {
        addCreationTo(vocabulary);
        addAcquiringTo(vocabulary);
        addConditionsTo(vocabulary);
        addEventsTo(vocabulary);
        addBarriersTo(vocabulary);
    }

    private static void addCreationTo(Vocabulary vocabulary) {
        vocabulary.action("lock", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.bind(variable, new Lock());
        });
        vocabulary.action("semaphore", arguments -> {
            String variable = arguments.text(0);
            int value = arguments.number(1, 1);
            return frame -> frame.bind(variable, new Semaphore(value));
        });
        vocabulary.action("bounded_semaphore", arguments -> {
            String variable = arguments.text(0);
            int value = arguments.number(1, 1);
            return frame -> frame.bind(variable, new BoundedSemaphore(value));
        });
        vocabulary.action("condition", arguments -> {
            String variable = arguments.text(0);
            String lock = arguments.optionalText(1);
            return frame -> frame.bind(
                    variable, lock == null ? new Condition() : new Condition(frame.variable(lock, Lock.class)));
        });
        vocabulary.action("event", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.bind(variable, new Event());
        });
        vocabulary.action("barrier", arguments -> {
            String variable = arguments.text(0);
            int parties = arguments.number(1);
            return frame -> frame.bind(variable, new Barrier(parties));
        });
    }

    private static void addAcquiringTo(Vocabulary vocabulary) {
        vocabulary.action("acquire", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result(
                    "acquire",
                    variable,
                    switch (frame.variable(variable)) {
                        case Lock lock -> lock.acquire();
                        case Semaphore semaphore -> semaphore.acquire();
                        case Condition condition -> condition.acquire();
                        case null, default -> throw notAcquirable(variable);
                    });
        });
        vocabulary.action("release", arguments -> {
            String variable = arguments.text(0);
            return frame -> {
                switch (frame.variable(variable)) {
                    case Lock lock -> lock.release();
                    case Semaphore semaphore -> semaphore.release();
                    case Condition condition -> condition.release();
                    case null, default -> throw notAcquirable(variable);
                }
            };
        });
        vocabulary.action("locked", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result(
                    "locked",
                    variable,
                    switch (frame.variable(variable)) {
                        case Lock lock -> lock.locked();
                        case Semaphore semaphore -> semaphore.locked();
                        case Condition condition -> condition.locked();
                        case null, default -> throw notAcquirable(variable);
                    });
        });
        vocabulary.control("with", arguments -> {
            String variable = arguments.text(0);
            Block body = arguments.block(1);
            return frame -> switch (frame.variable(variable)) {
                case Lock lock -> lock.with(() -> body.execute(frame));
                case Semaphore semaphore -> semaphore.with(() -> body.execute(frame));
                case Condition condition -> condition.with(() -> body.execute(frame));
                case null, default -> throw notAcquirable(variable);
            };
        });
    }

    private static UnusableProgramException notAcquirable(String variable) {
        return new UnusableProgramException(variable + " is not a lock, semaphore or condition");
    }

    private static void addConditionsTo(Vocabulary vocabulary) {
        vocabulary.action("cond_wait", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result(
                    "cond_wait",
                    variable,
                    frame.variable(variable, Condition.class).await());
        });
        vocabulary.action("cond_wait_for", arguments -> {
            String variable = arguments.text(0);
            ProgramCondition awaited = arguments.condition(1);
            return frame -> {
                Condition condition = frame.variable(variable, Condition.class);
                // so that an unbound variable is noticed here and not inside the library
                awaited.holds(frame);
                frame.result("cond_wait_for", variable, condition.awaitFor(() -> awaited.holds(frame)));
            };
        });
        vocabulary.action("notify", arguments -> {
            String variable = arguments.text(0);
            int count = arguments.number(1, 1);
            return frame -> frame.variable(variable, Condition.class).signal(count);
        });
        vocabulary.action("notify_all", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Condition.class).signalAll();
        });
    }

    private static void addEventsTo(Vocabulary vocabulary) {
        vocabulary.action("event_set", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Event.class).set();
        });
        vocabulary.action("event_clear", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Event.class).clear();
        });
        vocabulary.action("event_is_set", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result(
                    "event_is_set",
                    variable,
                    frame.variable(variable, Event.class).isSet());
        });
        vocabulary.action("event_wait", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result(
                    "event_wait",
                    variable,
                    frame.variable(variable, Event.class).await());
        });
    }

    private static void addBarriersTo(Vocabulary vocabulary) {
        vocabulary.action("barrier_wait", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result(
                    "barrier_wait",
                    variable,
                    frame.variable(variable, Barrier.class).await());
        });
        vocabulary.action("barrier_reset", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Barrier.class).reset();
        });
        vocabulary.action("barrier_abort", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.variable(variable, Barrier.class).abort();
        });
        vocabulary.action("barrier_info", arguments -> {
            String variable = arguments.text(0);
            return frame -> {
                Barrier barrier = frame.variable(variable, Barrier.class);
                frame.log("barrier_info", variable, barrier.parties(), barrier.waiting(), barrier.broken());
            };
        });
    }
}
