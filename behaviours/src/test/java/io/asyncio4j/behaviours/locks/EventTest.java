package io.asyncio4j.behaviours.locks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import io.asyncio4j.locks.Event;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class EventTest {
    private final Event event = new Event();
    private final List<String> order = new ArrayList<>();

    private Task<?> waiter(String name) {
        return createTask(() -> {
            event.await();
            order.add(name);
        });
    }

    @Test
    void newEventIsShownUnset() {
        assertThat(event).hasToString("<Event [unset]>");
    }

    @Test
    void setEventIsShownSet() {
        event.set();
        assertThat(event).hasToString("<Event [set]>");
    }

    @Test
    void waitersAreShownByNumber() throws Exception {
        run(() -> {
            waiter("first");
            waiter("second");
            sleep(ZERO);
            assertThat(event).hasToString("<Event [unset, waiters:2]>");
        });
    }

    @Test
    void wokenWaitersAreShownUntilTheyRun() throws Exception {
        run(() -> {
            waiter("first");
            sleep(ZERO);
            event.set();
            assertThat(event).hasToString("<Event [set, waiters:1]>");
            sleep(ZERO);
            assertThat(event).hasToString("<Event [set]>");
        });
    }

    @Test
    void awaitReturnsTrue() throws Exception {
        boolean result = run(() -> {
            getRunningLoop().callSoon(event::set);
            return event.await();
        });
        assertThat(result).isTrue();
    }

    @Test
    void setEventIsNotWaitedForEvenWithoutLoop() {
        event.set();
        assertThat(event.await()).isTrue();
    }

    @Test
    void setWakesAllInTheOrderInWhichTheyCameAndNewcomersDoNotWait() throws Exception {
        run(() -> {
            waiter("first");
            waiter("second");
            sleep(ZERO);
            waiter("newcomer");
            event.set();
            sleep(ZERO);
        });
        assertThat(order).containsExactly("newcomer", "first", "second");
    }

    @Test
    void clearTakesTheFlagBack() {
        event.set();
        event.clear();
        assertThat(event.isSet()).isFalse();
    }

    @Test
    void waiterWokenBeforeTheFlagIsClearedGoesOn() throws Exception {
        run(() -> {
            Task<?> waiter = waiter("woken");
            sleep(ZERO);
            event.set();
            event.clear();
            waiter.await();
        });
        assertThat(order).containsExactly("woken");
        assertThat(event).hasToString("<Event [unset]>");
    }

    @Test
    void cancelledWaiterLeavesTheOthersWaiting() throws Exception {
        run(() -> {
            Task<?> cancelled = waiter("cancelled");
            Task<?> other = waiter("other");
            sleep(ZERO);
            cancelled.cancel();
            sleep(ZERO);
            assertThat(event).hasToString("<Event [unset, waiters:1]>");
            event.set();
            other.await();
        });
        assertThat(order).containsExactly("other");
    }
}
