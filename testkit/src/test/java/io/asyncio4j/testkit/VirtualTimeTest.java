package io.asyncio4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.lowlevel.PollerFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualTimeTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void withoutTheAnnotationTimeIsReal() {
        assertThat(PollerFactory.CURRENT.isBound()).isFalse();
    }

    @Test
    @VirtualTime
    void annotatedMethodRunsOnVirtualTime() throws Exception {
        assertThat(timeAfterADay()).isEqualTo(DAY.toNanos());
    }

    @RepeatedTest(2)
    @VirtualTime
    void testTemplateRunsOnVirtualTime() throws Exception {
        assertThat(timeAfterADay()).isEqualTo(DAY.toNanos());
    }

    @TestFactory
    @VirtualTime
    Stream<DynamicTest> dynamicTestRunsOnVirtualTime() {
        return Stream.of(DynamicTest.dynamicTest(
                "in it", () -> assertThat(timeAfterADay()).isEqualTo(DAY.toNanos())));
    }

    @Test
    @VirtualTime(detectDeadlock = true)
    void deadlockFailsWhereAskedFor() {
        assertThatThrownBy(() -> Asyncio.run(() -> {
                    Asyncio.getRunningLoop().createFuture().await();
                }))
                .isInstanceOf(DeadlockException.class);
    }

    @Nested
    @VirtualTime(detectDeadlock = true)
    class AnnotatedClass {

        private long before = -1;

        @BeforeEach
        void runALoopBefore() throws Exception {
            before = timeAfterADay();
        }

        @AfterEach
        void runALoopAfter() throws Exception {
            assertThat(timeAfterADay()).isEqualTo(DAY.toNanos());
        }

        @Test
        void everythingAroundTheTestRunsOnVirtualTime() {
            assertThat(before).isEqualTo(DAY.toNanos());
        }

        @Test
        void settingOfTheClassHoldsForItsMethods() {
            assertThatThrownBy(() -> Asyncio.run(() -> {
                        Asyncio.getRunningLoop().createFuture().await();
                    }))
                    .isInstanceOf(DeadlockException.class);
        }

        @Test
        @VirtualTime
        void settingOfTheMethodComesFirst() throws Exception {
            assertThat(Asyncio.<String>run(() -> Asyncio.toThread(() -> "from a thread")))
                    .isEqualTo("from a thread");
        }
    }

    private static long timeAfterADay() throws Exception {
        return Asyncio.run(() -> {
            EventLoop loop = Asyncio.getRunningLoop();
            Asyncio.sleep(DAY);
            return loop.time();
        });
    }
}
