package io.asyncio4j.bench.contestants;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a JVM finds its classes.
 *
 * @param entries directories and jars
 */
record ClassPath(List<Path> entries) {
    /** Where this process has found these classes. */
    static ClassPath of(Class<?>... classes) {
        return new ClassPath(Arrays.stream(classes)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(ClassPath::path)
                .distinct()
                .toList());
    }

    private static Path path(URL location) {
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException("no class path: " + location, malformed);
        }
    }

    /** Reads what {@code java} takes, entries that end in {@code *} among it. Entries that are not there are left out. */
    static ClassPath parse(String text) throws IOException {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.split(File.pathSeparator, -1)) {
            if (entry.endsWith(File.separator + "*")) {
                entries.addAll(jarsIn(Path.of(entry.substring(0, entry.length() - 2))));
            } else if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                entries.add(Path.of(entry));
            }
        }
        return new ClassPath(entries);
    }

    private static List<Path> jarsIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    ClassPath and(ClassPath more) {
        return new ClassPath(Stream.concat(entries.stream(), more.entries.stream())
                .distinct()
                .toList());
    }

    /** Whether it has a class of that name. */
    boolean has(String className) throws IOException {
        URL[] locations = entries.stream().map(Path::toUri).map(ClassPath::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(locations, null)) {
            return loader.findResource(className.replace('.', '/') + ".class") != null;
        }
    }

    private static URL url(URI location) {
        try {
            return location.toURL();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** The same with jars only, as users have them and caches of the JDK want them; what has to be packed goes there. */
    ClassPath packed(Path directory) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path entry : entries) {
            jars.add(Files.isDirectory(entry) ? pack(entry, directory) : entry);
        }
        return new ClassPath(jars);
    }

    /** Without compression, as the build packs ours; the neighbours' programs are packed alike. */
    private static Path pack(Path classes, Path directory) throws IOException {
        Path jar = directory.resolve(Integer.toHexString(classes.hashCode()) + ".jar");
        if (!Files.exists(jar)) {
            Files.createDirectories(directory);
            ToolProvider tool = ToolProvider.findFirst("jar")
                    .orElseThrow(() -> new IOException("the JDK's jar tool is missing: run bench on a JDK"));
            int status = tool.run(
                    System.out,
                    System.err,
                    "--create",
                    "--no-compress",
                    "--file",
                    jar.toString(),
                    "-C",
                    classes.toString(),
                    ".");
            if (status != 0) {
                throw new IOException("could not pack " + classes);
            }
        }
        return jar;
    }

    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
