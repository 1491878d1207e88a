package io.asyncio4j.testkit.guide;

import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.AsyncioTest;
import io.asyncio4j.testkit.Explore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class FirstDraft {

    static final class Theatre {
        private final Set<Integer> taken = new HashSet<>();

        boolean reserve(int seat, VoidCoroutine payment) throws Exception {
            if (taken.contains(seat)) {
                return false;
            }
            payment.run();
            taken.add(seat);
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

    @AsyncioTest
    void seatIsSoldOnce() throws Exception {
        Theatre theatre = new Theatre();
        List<Boolean> sold = gather(() -> quickCustomer(theatre), () -> slowCustomer(theatre))
                .await();
        assertEquals(List.of(true, false), sold);
    }

    @Explore(runs = 1000)
    void seatIsSoldOnceInAnyOrder() throws Exception {
        Theatre theatre = new Theatre();
        List<Boolean> sold = gather(() -> quickCustomer(theatre), () -> slowCustomer(theatre))
                .await();
        assertEquals(1, sold.stream().filter(success -> success).count());
    }
}
