package io.asyncio4j.bench.contest;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the figures were taken on.
 *
 * @param system the operating system and the processors' kind
 * @param processors how many of them
 * @param memory bytes of it
 */
public record Machine(String system, int processors, long memory) {
    private static final double GIGA = 1e9;

    /** The machine this process runs on. */
    public static Machine ofThisProcess() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize());
    }

    @Override
    public String toString() {
        return system + ", " + processors + (processors == 1 ? " processor, " : " processors, ")
                + Math.round(memory / GIGA) + " GB";
    }
}
