package io.asyncio4j.conformance;

import io.asyncio4j.conformance.interpreter.MalformedProgramException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with one scenario per line. */
public final class ScenarioFile {

    private ScenarioFile() {}

    /**
     * Reads all scenarios of a file.
     *
     * @param file in JSON Lines; empty lines do not count
     * @return the scenarios, in the order of the file
     * @throws IOException if the file cannot be read, or a line of it is not a scenario
     */
    public static List<Scenario> read(Path file) throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    scenarios.add(read(file, number, line));
                }
            }
        }
        return scenarios;
    }

    private static Scenario read(Path file, int number, String line) throws IOException {
        try {
            return Scenario.read(line);
        } catch (MalformedProgramException malformed) {
            throw new IOException(file + ":" + number + ": " + malformed.getMessage(), malformed);
        }
    }
}
