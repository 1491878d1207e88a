package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.Invariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class SecondDraft {

    static final class Theatre {
        private final Set<Integer> taken = new HashSet<>();

        boolean reserve(int seat, VoidCoroutine payment) throws Exception {
            if (!taken.add(seat)) {
                return false;
            }
            payment.run();
            return true;
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
}
