package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.testkit.Suspension.assertDoesNotSuspend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.AsyncioTest;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.Invariants;
import io.asyncio4j.testkit.Sequencer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ThirdDraft {

    static final class Theatre {
        private final Set<Integer> taken = new HashSet<>();

        boolean reserve(int seat, VoidCoroutine payment) throws Exception {
            if (!taken.add(seat)) {
                return false;
            }
            try {
                payment.run();
                return true;
            } catch (Throwable failureOrCancellation) {
                taken.remove(seat);
                throw failureOrCancellation;
            }
        }

        boolean isTaken(int seat) {
            return taken.contains(seat);
        }
    }

    private static boolean quickCustomer(Theatre theatre) throws Exception {
        return theatre.reserve(7, () -> sleep(Duration.ZERO));
    }

    private static boolean slowCustomer(Theatre theatre) throws Exception {
        sleep(Duration.ZERO); // looks around
        sleep(Duration.ZERO);
        return theatre.reserve(7, () -> sleep(Duration.ZERO));
    }

    @Explore(runs = 1000)
    void seatIsSoldOnceInAnyOrder() throws Exception {
        Theatre theatre = new Theatre();
        List<Boolean> sold = gather(() -> quickCustomer(theatre), () -> slowCustomer(theatre))
                .await();
        assertEquals(1, sold.stream().filter(success -> success).count());
    }

    @CancelEverywhere
    void seatIsTakenOnlyIfItIsPaidFor(Invariants invariants) throws Exception {
        Theatre theatre = new Theatre();
        List<Integer> paid = new ArrayList<>();
        invariants.add(
                "a seat is taken if and only if it is paid for",
                () -> assertEquals(paid.contains(7), theatre.isTaken(7)));
        theatre.reserve(7, () -> {
            sleep(Duration.ofSeconds(30)); // the card reader
            paid.add(7);
        });
    }

    @CancelEverywhere(task = "first")
    void somebodyGetsTheSeat(Invariants invariants) throws Exception {
        Theatre theatre = new Theatre();
        List<String> seated = new ArrayList<>();
        invariants.add("one of the two has the seat", () -> assertEquals(1, seated.size()));
        Task<?> first = createTask(
                () -> {
                    if (theatre.reserve(7, () -> sleep(Duration.ofSeconds(30)))) {
                        seated.add("first");
                    }
                },
                "first");
        Asyncio.wait(List.of(first));
        if (theatre.reserve(7, () -> {})) {
            seated.add("second");
        }
    }

    @AsyncioTest
    void seatCannotBeHadDuringSomebodyElsesPayment() throws Exception {
        Theatre theatre = new Theatre();
        Sequencer sequence = new Sequencer();
        Task<Boolean> first = createTask(() -> theatre.reserve(7, () -> {
            sequence.step(0);
            sequence.step(2);
        }));
        Task<Boolean> second = createTask(() -> sequence.step(1, () -> theatre.reserve(7, () -> {})));
        assertTrue(first.await());
        assertFalse(second.await());
    }

    @AsyncioTest
    void refusalComesAtOnce() throws Exception {
        Theatre theatre = new Theatre();
        theatre.reserve(7, () -> {});
        assertFalse(assertDoesNotSuspend(() -> theatre.reserve(7, () -> sleep(Duration.ofSeconds(30)))));
    }
}
