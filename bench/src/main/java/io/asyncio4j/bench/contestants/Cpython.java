package io.asyncio4j.bench.contestants;

import io.asyncio4j.bench.contest.Contestant;
import io.asyncio4j.bench.workloads.Manner;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.bench.workloads.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final List<String> PARTS = List.of("rounds.py", "memory.py");
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
        for (String part : PARTS) {
            copy(part, directory);
        }
        for (Workload workload : Workload.values()) {
            copy(fileOf(workload.trial()), directory);
        }
    }

    /** There is not one for each workload. */
    private static void copy(String file, Path directory) throws IOException {
        try (InputStream source = Cpython.class.getResourceAsStream("cpython/" + file)) {
            if (source != null) {
                Files.copy(source, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String fileOf(Trial trial) {
        return trial.program() + "-program.py";
    }

    @Override
    public Side side() {
        return Side.CPYTHON;
    }

    @Override
    public boolean has(Trial trial) {
        return Files.exists(programs.resolve(fileOf(trial)));
    }

    @Override
    public List<String> command(Trial trial) {
        List<String> command = new ArrayList<>(List.of(executable, "-B", "-E"));
        command.add(programs.resolve(fileOf(trial)).toString());
        if (trial.workload().manner() != Manner.WHOLE_PROCESS) {
            command.add(Integer.toString(trial.tasks()));
            command.add(Integer.toString(trial.times()));
        }
        return command;
    }
}
