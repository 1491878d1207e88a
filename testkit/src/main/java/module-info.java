/** Virtual time, leak checks and a search for races, for the tests of programs written with asyncio4j. */
@org.jspecify.annotations.NullMarked
module io.asyncio4j.testkit {
    requires transitive io.asyncio4j;
    requires static transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports io.asyncio4j.testkit;
}
