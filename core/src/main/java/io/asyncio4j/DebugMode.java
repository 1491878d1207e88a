package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/** Whether loops begin in debug mode: the system property {@code asyncio4j.debug}, else {@code ASYNCIO4J_DEBUG}. */
final class DebugMode {
    private static final boolean BY_DEFAULT =
            isOn(System.getProperty("asyncio4j.debug"), System.getenv("ASYNCIO4J_DEBUG"));

    private DebugMode() {}

    static boolean byDefault() {
        return BY_DEFAULT;
    }

    /** A bare {@code -Dasyncio4j.debug} counts as on, an empty environment variable as off, as in Python. */
    static boolean isOn(@Nullable String property, @Nullable String environment) {
        String setting = property != null ? property : environment;
        if (setting == null || setting.isEmpty()) {
            return property != null;
        }
        return !setting.equals("0") && !setting.equalsIgnoreCase("false");
    }
}
