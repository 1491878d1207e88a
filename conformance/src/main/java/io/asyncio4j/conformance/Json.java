package io.asyncio4j.conformance;

import io.asyncio4j.conformance.interpreter.CanonicalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain Java values: maps, lists, strings, booleans, null, and numbers in their canonical form. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** Reads a text; throws a {@link JacksonException} if it is no JSON. */
    static @Nullable Object read(String text) {
        return canonical(MAPPER.readValue(text, Object.class));
    }

    static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case Number number -> CanonicalText.number(number.doubleValue());
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(canonical(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                map.forEach((key, member) -> members.put(String.valueOf(key), canonical(member)));
                yield members;
            }
            case null, default -> value;
        };
    }
}
