package io.asyncio4j.behaviours.search.tokens;

import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class RegistrationSearchTest {

    /** Callbacks are registered with the one source, and the other one is cancelled. */
    private record Sources(CancellationTokenSource listening, CancellationTokenSource cancelled) implements Source {

        static Sources one() {
            CancellationTokenSource source = new CancellationTokenSource();
            return new Sources(source, source);
        }

        static Sources linked() {
            CancellationTokenSource ancestor = new CancellationTokenSource();
            return new Sources(CancellationTokenSource.linkedTo(ancestor.token()), ancestor);
        }

        @Override
        public Runnable register(Runnable callback) {
            CancellationRegistration registration = listening.token().register(callback);
            return registration::close;
        }

        @Override
        public void cancel() {
            cancelled.cancel();
        }

        @Override
        public void close() {
            listening.close();
            cancelled.close();
        }
    }

    @Explore(runs = 300)
    void callbacksOfASourceAreCalledOnce(TestRun run) throws Exception {
        RegistrationScenario.play(run, Sources.one());
    }

    @Explore(runs = 300, cancel = true)
    void callbacksOfALinkedSourceAreCalledOnce(TestRun run) throws Exception {
        RegistrationScenario.play(run, Sources.linked());
    }

    @CancelEverywhere
    void callbacksAreCalledOnceWhereverTheProgramIsCancelled(TestRun run) throws Exception {
        RegistrationScenario.play(run, Sources.linked());
    }
}
