package io.asyncio4j.bench;

/**
 * What the figures were taken on.
 *
 * @param system the operating system and the processors' kind
 * @param processors how many of them
 */
record Machine(String system, int processors) {
    static Machine ofThisProcess() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String toString() {
        return system + ", " + processors + (processors == 1 ? " processor" : " processors");
    }
}
