package io.asyncio4j.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPython 3.13 and its asyncio.
 *
 * @param executable the command that starts it
 * @param programs the directory its programs were laid out in
 */
record Cpython(String executable, Path programs) implements Contestant {
    private static final String VERSION_TEST = "import sys; sys.exit(sys.version_info[:2] != (3, 13))";

    /** A CPython 3.13 of this machine, its programs laid out in the directory. */
    static Optional<Contestant> find(Path programs) throws IOException, InterruptedException {
        List<String> candidates = new ArrayList<>(List.of("python3.13", "python3"));
        candidates.addAll(ofPyenv());
        for (String candidate : candidates) {
            if (isOfVersion(candidate)) {
                layOutPrograms(programs);
                return Optional.of(new Cpython(candidate, programs));
            }
        }
        return Optional.empty();
    }

    private static List<String> ofPyenv() throws IOException {
        Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("3.13."))
                    .map(folder -> folder.resolve("bin").resolve("python3").toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOfVersion(String executable) throws InterruptedException {
        ProcessBuilder test = new ProcessBuilder(executable, "-c", VERSION_TEST)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return test.start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static void layOutPrograms(Path directory) throws IOException {
        Files.createDirectories(directory);
        copy("rounds.py", directory);
        for (Workload workload : Workload.values()) {
            copy(fileOf(workload), directory);
        }
    }

    private static void copy(String file, Path directory) throws IOException {
        Path target = directory.resolve(file);
        if (Files.exists(target)) {
            return;
        }
        try (InputStream source = Cpython.class.getResourceAsStream("cpython/" + file)) {
            if (source == null) {
                throw new IOException("the program " + file + " is not on the class path");
            }
            Files.copy(source, target);
        }
    }

    private static String fileOf(Workload workload) {
        return workload.command().getFirst() + ".py";
    }

    @Override
    public String name() {
        return "CPython 3.13";
    }

    @Override
    public List<String> command(Workload workload) {
        List<String> command = new ArrayList<>(List.of(executable, "-B", "-E"));
        command.add(programs.resolve(fileOf(workload)).toString());
        command.addAll(workload.command().subList(1, 3));
        return command;
    }
}
