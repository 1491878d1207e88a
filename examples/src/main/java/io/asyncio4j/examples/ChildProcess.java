package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;

import io.asyncio4j.OnCancel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Shows a child process: its lines, its exit code, and that it is killed when the task that waits for it is cancelled. */
final class ChildProcess {
    private ChildProcess() {}

    static void main() throws Exception {
        run(() -> {
            Process quick = start("one", "two");
            IO.println("the child says " + toThread(() -> lines(quick)));
            IO.println("exit code " + wrapFuture(quick.onExit()).await().exitValue());

            Process endless = start("ready", "and waiting");
            try {
                timeout(ofMillis(100), t -> {
                    toThread(() -> lines(endless), OnCancel.call(endless::destroyForcibly));
                });
            } catch (TimeoutException _) {
                IO.println("too slow: the child is killed");
            } finally {
                // the hook is not called where the time was over before the thread had begun
                endless.destroyForcibly();
            }
            int code = wrapFuture(endless.onExit()).await().exitValue();
            IO.println("its exit code is " + (code == 0 ? "0" : "another"));
        });
    }

    /** The JVM that runs this, with {@link Child} for a program. */
    static Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Blocks until the child's output ends. */
    static List<String> lines(Process child) throws IOException {
        try (BufferedReader output = child.inputReader()) {
            return output.lines().toList();
        }
    }

    /** What the child runs: prints its words, and waits for its input to end if the last one tells it to. */
    static final class Child {
        private Child() {}

        static void main(String[] words) throws IOException {
            for (String word : words) {
                System.out.println(word);
            }
            if (words[words.length - 1].equals("and waiting")) {
                while (System.in.read() >= 0) {}
            }
        }
    }
}
