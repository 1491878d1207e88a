package io.asyncio4j.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reports as JSON, for programs and for later. */
public final class ReportFile {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFile() {}

    /** Writes a report. */
    public static void write(Path file, Report report) throws IOException {
        Files.writeString(file, MAPPER.writeValueAsString(report) + "\n");
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if there is no such file, or it is no report
     */
    public static Report read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            return MAPPER.readValue(text, Report.class);
        } catch (JacksonException malformed) {
            throw new IOException(file + " is no report of bench: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
