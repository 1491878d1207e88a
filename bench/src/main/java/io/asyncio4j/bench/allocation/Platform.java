package io.asyncio4j.bench.allocation;

/** What allocation depends on beside the code: the JDK's own classes, and how large a stack's frames are. */
final class Platform {
    private Platform() {}

    static String here() {
        return "JDK " + Runtime.version().feature() + " " + System.getProperty("os.arch");
    }
}
