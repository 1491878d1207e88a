package io.asyncio4j.behaviours.search.tokens;

/** What a source and its token are for callbacks. */
interface Source {

    /** Calls the callback when this is cancelled, or now if it was. Returns what takes that back. */
    Runnable register(Runnable callback);

    void cancel();

    /** Lets all callbacks go. */
    void close();
}
