package io.asyncio4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.asyncio4j.neighbours.rounds.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.util.List;

/** A contestant's program, running. Closing it ends it; so does the end of this process. */
final class ContestantProcess implements AutoCloseable {
    private final List<String> command;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final String runtime;

    ContestantProcess(Contestant contestant, Workload workload) throws IOException {
        command = contestant.command(workload);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = process.outputWriter(UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        runtime = answer();
    }

    /** What the program runs on, in its own words. */
    String runtime() {
        return runtime;
    }

    /** Has one round run and waits for it. */
    Sample round() throws IOException {
        requests.write("round\n");
        requests.flush();
        return Sample.parse(answer());
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("ended without an answer: " + String.join(" ", command));
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
