package io.asyncio4j.behaviours.runner;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;

import io.asyncio4j.CancelledError;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.Runner;
import java.util.concurrent.CountDownLatch;

/** What {@link CtrlCTest} starts in a process of its own and presses Ctrl-C on. Says by a line how far it is. */
final class InterruptedProgram {
    private InterruptedProgram() {}

    public static void main(String[] arguments) throws Exception {
        try {
            switch (arguments[0]) {
                case "cleans-up" -> run(InterruptedProgram::cleanUp);
                case "refuses" -> run(InterruptedProgram::refuse);
                case "blocks" -> run(InterruptedProgram::block);
                case "spins" -> run(InterruptedProgram::spin);
                case "goes-on" -> run(InterruptedProgram::goOn);
                case "cancelled-otherwise" -> run(InterruptedProgram::beCancelledOtherwise);
                case "twice" -> runTwice();
                case "afterwards" -> waitAfterTheRun();
                case "other-thread" -> runInAnotherThread();
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            say("run returned");
        } catch (KeyboardInterrupt interrupt) {
            say("KeyboardInterrupt");
        } catch (CancelledError error) {
            say("CancelledError");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void cleanUp() throws Exception {
        createTask(() -> {
            try {
                getRunningLoop().createFuture().await();
            } finally {
                sleep(ZERO);
                say("other task cleaned up");
            }
        });
        sleep(ZERO);
        try {
            say("ready");
            getRunningLoop().createFuture().await();
        } catch (CancelledError cancelled) {
            sleep(ZERO);
            say("main task cleaned up");
            throw cancelled;
        }
    }

    private static void refuse() throws Exception {
        say("ready");
        try {
            getRunningLoop().createFuture().await();
        } catch (CancelledError refused) {
            say("refused");
            getRunningLoop().createFuture().await();
        }
    }

    private static void block() throws Exception {
        say("ready");
        try {
            getRunningLoop().createFuture().await();
        } catch (CancelledError refused) {
            say("blocks");
            new CountDownLatch(1).await();
        }
    }

    private static void spin() throws Exception {
        say("ready");
        try {
            while (true) {
                sleep(ZERO);
            }
        } finally {
            say("stopped spinning");
        }
    }

    private static void goOn() throws Exception {
        say("ready");
        try {
            getRunningLoop().createFuture().await();
        } catch (CancelledError swallowed) {
            say("swallowed");
        }
    }

    private static void beCancelledOtherwise() throws Exception {
        say("ready");
        try {
            getRunningLoop().createFuture().await();
        } catch (CancelledError first) {
            // a second request, not by Ctrl-C: what comes out is a cancellation then
            io.asyncio4j.Asyncio.currentTask().cancel();
            sleep(ZERO);
        }
    }

    private static void runTwice() throws Exception {
        try (Runner runner = new Runner()) {
            try {
                runner.run(() -> {
                    say("ready");
                    getRunningLoop().createFuture().await();
                });
            } catch (KeyboardInterrupt interrupt) {
                say("first run interrupted");
            }
            runner.run(() -> {
                sleep(ZERO);
                say("second run works");
            });
        }
    }

    private static void waitAfterTheRun() throws Exception {
        run(() -> sleep(ZERO));
        say("ready");
        new CountDownLatch(1).await();
    }

    private static void runInAnotherThread() throws Exception {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                run(() -> {
                    say("ready");
                    getRunningLoop().createFuture().await();
                });
            } catch (Throwable unexpected) {
                say("run ended: " + unexpected);
            }
        });
        thread.join();
    }
}
