package io.asyncio4j.bench.workloads;

/** What a figure counts. */
public enum Unit {
    /** Nanoseconds for an operation. */
    NANOS("ns"),
    /** Milliseconds for a whole round. */
    MILLIS("ms"),
    /** Bytes that an operation made the process grow by. */
    BYTES("B");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written behind a figure. */
    public String symbol() {
        return symbol;
    }
}
