package io.asyncio4j.bench.contest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.asyncio4j.neighbours.rounds.Sample;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program measured from the start of its process to the end of it. It has to say hello. */
final class WholeProcess {
    private static final int PATIENCE_MINUTES = 5;
    private static final String WORDS = "hello";

    private WholeProcess() {}

    static Sample run(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // what it prints is little, and waits in the pipe
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end in " + PATIENCE_MINUTES + " minutes");
        }
        Sample took = Sample.Time.since(began);
        int status = process.exitValue();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (status != 0 || output.lines().noneMatch(WORDS::equals)) {
            throw new IOException("ended with status " + status + ": "
                    + output.lines().findFirst().orElse("no output"));
        }
        return took;
    }
}
