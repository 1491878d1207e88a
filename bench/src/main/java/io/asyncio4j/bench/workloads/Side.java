package io.asyncio4j.bench.workloads;

/** Who takes part, in the order of the tables. «On one» is with one thread under all virtual threads of the JVM. */
public enum Side {
    ASYNCIO4J("asyncio4j"),
    ASYNCIO4J_ON_ONE("asyncio4j, 1 carrier"),
    OWN_SCHEDULER("asyncio4j, own scheduler"),
    CPYTHON("CPython 3.13"),
    KOTLIN("Kotlin"),
    STRUCTURED_ON_ONE("StructuredTaskScope, 1 carrier"),
    STRUCTURED("StructuredTaskScope"),
    PLAIN_ON_ONE("virtual threads, 1 carrier"),
    PLAIN("virtual threads"),
    FLOOR("Continuation floor");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** Its name for readers. */
    public String title() {
        return title;
    }

    /** Whether one thread carries all its virtual threads. */
    public boolean isOnOneCarrier() {
        return this == ASYNCIO4J_ON_ONE || this == STRUCTURED_ON_ONE || this == PLAIN_ON_ONE;
    }

    /** Whether it is this library, of which goals are asked. */
    public boolean isOurs() {
        return this == ASYNCIO4J || this == ASYNCIO4J_ON_ONE;
    }
}
