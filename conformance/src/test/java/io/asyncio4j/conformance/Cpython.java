package io.asyncio4j.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CPython 3.13 of this machine, for the scripts of the language.
 *
 * @param executable the command that starts it
 */
record Cpython(String executable) {

    private static final Path SCRIPTS = Path.of("language");
    private static final String VERSION_TEST = "import sys; sys.exit(sys.version_info[:2] != (3, 13))";

    static Optional<Cpython> find() {
        return Stream.concat(Stream.of("python3.13", "python3"), ofPyenv())
                .map(Cpython::new)
                .filter(Cpython::isOfTheRecordedVersion)
                .findFirst();
    }

    private static Stream<String> ofPyenv() {
        Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (!Files.isDirectory(versions)) {
            return Stream.of();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().startsWith("3.13"))
                    .map(folder -> folder.resolve("bin").resolve("python3").toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            return Stream.of();
        }
    }

    private boolean isOfTheRecordedVersion() {
        try {
            return new ProcessBuilder(executable, "-c", VERSION_TEST)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs one of the scripts, which must succeed. */
    void run(String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(executable, "-B", SCRIPTS.resolve(script).toString()));
        command.addAll(arguments);
        Path output = Files.createTempFile("cpython", ".txt");
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new UncheckedIOException(
                        new IOException(command + " ended with status " + status + ":\n" + Files.readString(output)));
            }
        } finally {
            Files.delete(output);
        }
    }
}
