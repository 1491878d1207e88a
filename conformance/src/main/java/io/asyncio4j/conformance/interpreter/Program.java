package io.asyncio4j.conformance.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program of the scenario language, read and ready to run any number of times. */
public final class Program {

    private final Map<String, Block> coroutines;
    private final Map<String, Block> callbacks;
    private final boolean eager;

    private Program(Map<String, Block> coroutines, Map<String, Block> callbacks, boolean eager) {
        this.coroutines = coroutines;
        this.callbacks = callbacks;
        this.eager = eager;
    }

    /**
     * Reads a program.
     *
     * @param members the members of its JSON object: "coros", and perhaps "callbacks" and "eager"
     * @return the program
     * @throws MalformedProgramException if it is none
     */
    public static Program read(Map<?, ?> members) {
        Map<String, Block> coroutines = blocks(members.get("coros"));
        if (!coroutines.containsKey("main")) {
            throw new MalformedProgramException("a program has a coroutine main");
        }
        return new Program(coroutines, blocks(members.get("callbacks")), Boolean.TRUE.equals(members.get("eager")));
    }

    private static Map<String, Block> blocks(@Nullable Object named) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        if (named instanceof Map<?, ?> members) {
            members.forEach((name, block) -> blocks.put(String.valueOf(name), Vocabulary.readBlock(block)));
        } else if (named != null) {
            throw new MalformedProgramException("coros and callbacks are objects of blocks: " + named);
        }
        return blocks;
    }

    Block coroutine(String name) {
        Block block = coroutines.get(name);
        if (block == null) {
            throw new UnusableProgramException("no coroutine " + name);
        }
        return block;
    }

    Block callback(String name) {
        Block block = callbacks.get(name);
        if (block == null) {
            throw new UnusableProgramException("no callback " + name);
        }
        return block;
    }

    boolean eager() {
        return eager;
    }
}
