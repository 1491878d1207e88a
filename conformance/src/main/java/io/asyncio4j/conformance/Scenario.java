package io.asyncio4j.conformance;

import io.asyncio4j.conformance.interpreter.MalformedProgramException;
import io.asyncio4j.conformance.interpreter.Program;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A program and the trace that CPython recorded for it.
 *
 * @param id names the scenario
 * @param program what to run
 * @param trace the entries expected: lists of JSON values
 * @param source the JSON text it was read from
 */
public record Scenario(String id, Program program, List<@Nullable Object> trace, String source) {

    /**
     * Reads a scenario from one line of a scenario file.
     *
     * @param line the JSON text
     * @return the scenario
     * @throws MalformedProgramException if the line is not a scenario
     */
    public static Scenario read(String line) {
        try {
            if (Json.read(line) instanceof Map<?, ?> members
                    && members.get("id") instanceof String id
                    && members.get("program") instanceof Map<?, ?> program
                    && members.get("trace") instanceof List<?> trace) {
                return new Scenario(id, Program.read(program), Collections.unmodifiableList(trace), line);
            }
        } catch (JacksonException failure) {
            throw new MalformedProgramException("not JSON: " + failure.getOriginalMessage(), failure);
        }
        throw new MalformedProgramException("a scenario is an object with \"id\", \"program\" and \"trace\"");
    }
}
