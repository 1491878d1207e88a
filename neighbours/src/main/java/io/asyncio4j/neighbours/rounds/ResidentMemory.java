package io.asyncio4j.neighbours.rounds;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process takes. Where the system does not tell, what the heap and the JVM have committed. */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /**
     * What is resident now.
     *
     * @return bytes
     * @throws IOException if the system does not tell
     */
    public static long now() throws IOException {
        return read("VmRSS:");
    }

    /**
     * The most that ever was resident.
     *
     * @return bytes
     * @throws IOException if the system does not tell
     */
    public static long peak() throws IOException {
        return read("VmHWM:");
    }

    private static long read(String field) throws IOException {
        if (!Files.isReadable(STATUS)) {
            var memory = ManagementFactory.getMemoryMXBean();
            return memory.getHeapMemoryUsage().getCommitted()
                    + memory.getNonHeapMemoryUsage().getCommitted();
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(field)) {
                String kibibytes =
                        line.substring(field.length()).replace("kB", "").strip();
                return Long.parseLong(kibibytes) * 1024;
            }
        }
        throw new IOException("there is no " + field + " in " + STATUS);
    }
}
