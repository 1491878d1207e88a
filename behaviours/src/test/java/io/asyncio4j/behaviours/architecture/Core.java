package io.asyncio4j.behaviours.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.asyncio4j.Asyncio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The core as it lies on the class path, a directory or a jar, and its sources. */
final class Core {
    private Core() {}

    static Path location() {
        try {
            return Path.of(Asyncio.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JavaClasses classes() {
        Path location = location();
        if (Files.isDirectory(location)) {
            return new ClassFileImporter().importPath(location);
        }
        try (JarFile jar = new JarFile(location.toFile())) {
            return new ClassFileImporter().importJar(jar);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static ModuleDescriptor module() {
        return ModuleFinder.of(location()).find("io.asyncio4j").orElseThrow().descriptor();
    }

    static Path sources() {
        Path sources =
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../core/src/main/java");
        if (!Files.isDirectory(sources)) {
            throw new IllegalStateException("the sources of the core are not beside this module: " + sources);
        }
        return sources.normalize();
    }
}
