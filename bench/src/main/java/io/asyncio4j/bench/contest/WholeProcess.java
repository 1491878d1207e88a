package io.asyncio4j.bench.contest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.asyncio4j.neighbours.rounds.Sample;
import java.io.IOException;
import java.util.List;

/** A program measured from the start of its process to the end of it. It has to say hello. */
final class WholeProcess {
    private static final String WORDS = "hello";

    private WholeProcess() {}

    static Sample run(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int status = process.waitFor();
        Sample took = Sample.Time.since(began);
        if (status != 0 || output.lines().noneMatch(WORDS::equals)) {
            throw new IOException("ended with status " + status + ": "
                    + output.lines().findFirst().orElse("no output"));
        }
        return took;
    }
}
