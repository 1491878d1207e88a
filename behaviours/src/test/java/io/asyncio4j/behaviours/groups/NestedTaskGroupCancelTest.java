package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.behaviours.groups.Sleeping.sleepAndTell;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/** Groups inside each other, of which one or both are left on purpose. */
@VirtualTime(detectDeadlock = true)
class NestedTaskGroupCancelTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void innerGroupIsLeftAndTheOuterGoesOn(Mode mode) throws Exception {
        mode.run(() -> taskGroup(outer -> {
            Task<String> sibling = outer.createTask(() -> sleep(ofSeconds(2), "sibling"));
            taskGroup(inner -> {
                getRunningLoop().callLater(ofSeconds(1), inner::cancel);
                sleep(ofDays(1));
            });
            seen.add(sibling.await());
        }));
        assertThat(seen).containsExactly("sibling");
    }

    @LazyAndEager
    void outerGroupThatIsLeftTakesTheInnerAlong(Mode mode) throws Exception {
        mode.run(() -> {
            taskGroup(outer -> {
                taskGroup(inner -> {
                    inner.createTask(() -> sleepAndTell("child", seen));
                    getRunningLoop().callLater(ofSeconds(1), () -> outer.cancel("outer"));
                    sleepAndTell("body", seen);
                });
                seen.add("never");
            });
            seen.add(currentTask().cancelling());
        });
        assertThat(seen).containsExactly("body outer", "child null", 0);
    }

    @LazyAndEager
    void bothGroupsMayBeLeftInTheSameTurn(Mode mode) throws Exception {
        for (boolean innerFirst : List.of(true, false)) {
            mode.run(() -> {
                taskGroup(outer -> {
                    taskGroup(inner -> {
                        getRunningLoop().callLater(ofSeconds(1), innerFirst ? inner::cancel : outer::cancel);
                        getRunningLoop().callLater(ofSeconds(1), innerFirst ? outer::cancel : inner::cancel);
                        sleep(ofDays(1));
                    });
                    seen.add("never");
                });
                sleep(ofSeconds(1));
                assertThat(currentTask().cancelling()).isZero();
            });
        }
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void innerGroupLeftAtOnceDoesNotSwallowTheRequestOfTheOuter(Mode mode) throws Exception {
        mode.run(() -> {
            taskGroup(outer -> {
                outer.cancel();
                taskGroup(inner -> {
                    inner.cancel();
                    sleep(ofDays(1));
                });
                seen.add("never");
            });
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }
}
