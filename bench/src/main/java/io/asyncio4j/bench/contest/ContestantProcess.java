package io.asyncio4j.bench.contest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.asyncio4j.neighbours.rounds.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contestant's program, running. Closing it ends it; so does the end of this process. */
final class ContestantProcess implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 5;

    private final List<String> command;
    private final Path errors;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final String runtime;

    ContestantProcess(List<String> command) throws IOException {
        this.command = command;
        errors = Files.createTempFile("asyncio4j-bench", ".err");
        errors.toFile().deleteOnExit();
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        requests = process.outputWriter(UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        try {
            runtime = answer();
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** What the program runs on, in its own words. */
    String runtime() {
        return runtime;
    }

    /** Has one round run and waits for it. */
    Sample round() throws IOException {
        try {
            requests.write("round\n");
            requests.flush();
        } catch (IOException gone) {
            throw failure(gone);
        }
        String answer = answer();
        try {
            return Sample.parse(answer);
        } catch (IllegalArgumentException none) {
            throw new IOException("answered '" + answer + "'", none);
        }
    }

    private String answer() throws IOException {
        CompletableFuture<Void> patience =
                new CompletableFuture<Void>().completeOnTimeout(null, PATIENCE_MINUTES, TimeUnit.MINUTES);
        CompletableFuture<Void> end = patience.thenRun(process::destroyForcibly);
        try {
            String line = answers.readLine();
            if (line != null) {
                return line;
            }
        } finally {
            patience.cancel(false);
        }
        if (end.isDone() && !end.isCompletedExceptionally()) {
            throw new IOException("no answer in " + PATIENCE_MINUTES + " minutes");
        }
        throw failure(null);
    }

    /** With what the program said on its standard error: the first line, which names what went wrong. */
    private IOException failure(@Nullable IOException cause) throws IOException {
        try (Stream<String> lines = Files.lines(errors)) {
            String words = lines.filter(line -> !line.isBlank()).findFirst().orElse(String.join(" ", command));
            return new IOException("ended without an answer: " + words, cause);
        }
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
