package io.asyncio4j.bench.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where somebody's programs are: a package with a {@code Programs}, which serves rounds and lists what it has, and a
 * {@code Hello}, which is a whole program.
 *
 * @param packageName the package
 * @param classPath what the programs need, and nothing else
 */
record JvmHome(String packageName, ClassPath classPath) {
    String programs() {
        return packageName + ".Programs";
    }

    String hello() {
        return packageName + ".Hello";
    }

    List<String> command(List<String> flags, ClassPath classes, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classes.toString(), main));
        command.addAll(arguments);
        return command;
    }

    /** The names of the programs that are there, of whole programs too; none if it was not built. */
    Set<String> list(List<String> flags) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        if (classPath.has(programs())) {
            Process process = new ProcessBuilder(command(flags, classPath, programs(), List.of("list")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() == 0) {
                names.addAll(List.of(answer.strip().split("\\s+")));
            }
        }
        if (classPath.has(hello())) {
            names.addAll(List.of("hello", "hello-aot"));
        }
        return names;
    }
}
