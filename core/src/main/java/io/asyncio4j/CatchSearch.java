package io.asyncio4j;

import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.StackFrame;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a method on the stack does with an error that a call in it throws, as its class file says: which handler takes it,
 * whether that can do anything but throw, and whether it drops the error. A lambda's body is a method like any other.
 *
 * <p>What can be reached from the beginning of the method other than through the handler is its normal code. A handler
 * whose every way ends with {@code throw} is a {@code finally}, or as good as one. Places in the code are found by their
 * lines: where an agent has changed the code that runs, as one that measures coverage does, nothing else is as in the file.
 */
final class CatchSearch {
    private final CodePaths code;
    private final int handler;
    private final boolean isTyped;
    private final BitSet normal;

    private CatchSearch(CodePaths code, int handler, boolean isTyped) {
        this.code = code;
        this.handler = handler;
        this.isTyped = isTyped;
        this.normal = code.reach(0, true, at -> at != handler);
    }

    /** Null where the calls of the line have different handlers, or there are none. */
    private static @Nullable CatchSearch of(CodePaths code, int line, Class<?> error) {
        List<Optional<ExceptionCatch>> takers = code.calls(line).stream()
                .mapToObj(call -> code.handlers().stream()
                        .filter(entry -> code.covers(entry, call) && takes(entry, error))
                        .findFirst())
                .toList();
        if (takers.isEmpty()) {
            return null;
        }
        Optional<ExceptionCatch> first = takers.getFirst();
        int handler = place(code, first);
        boolean isTyped = first.isPresent() && first.get().catchType().isPresent();
        return takers.stream().allMatch(taker -> place(code, taker) == handler)
                ? new CatchSearch(code, handler, isTyped)
                : null;
    }

    private static int place(CodePaths code, Optional<ExceptionCatch> entry) {
        return entry.map(known -> code.at(known.handler())).orElse(-1);
    }

    /** Null where there is no class file, or none that can be read. */
    static @Nullable CatchSearch in(StackFrame frame, Class<?> error) {
        Class<?> type = frame.getDeclaringClass();
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            if (bytes == null) {
                return null;
            }
            for (MethodModel method : ClassFile.of().parse(bytes.readAllBytes()).methods()) {
                if (method.methodName().equalsString(frame.getMethodName())
                        && method.methodType().equalsString(frame.getDescriptor())) {
                    CodePaths code = new CodePaths(
                            method.findAttribute(Attributes.code()).orElseThrow());
                    return of(code, frame.getLineNumber(), error);
                }
            }
            return null;
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static boolean takes(ExceptionCatch entry, Class<?> error) {
        if (entry.catchType().isEmpty()) {
            return true;
        }
        String name = entry.catchType().get().asInternalName().replace('/', '.');
        Class<?> type = error;
        while (type != null && !type.getName().equals(name)) {
            type = type.getSuperclass();
        }
        return type != null;
    }

    /** Whether the error goes on to the caller, or another in its place. */
    boolean letsOut() {
        return handler < 0 || !endsNormally();
    }

    /** Whether a catch clause takes the error, makes nothing of it, and ends. */
    boolean drops() {
        return isTyped && endsNormally() && isDropped();
    }

    /** Whether a line of the method calls something in its handler alone, so that the handler may not have ended yet. */
    boolean isInHandler(int line) {
        BitSet calls = code.calls(line);
        return handler >= 0 && (calls.isEmpty() || calls.stream().anyMatch(call -> !normal.get(call)));
    }

    /** The line of the catch clause, or -1. */
    int line() {
        return code.line(handler);
    }

    private boolean endsNormally() {
        BitSet own = code.reach(handler, false, at -> true);
        return own.intersects(normal) || own.stream().anyMatch(at -> code.instruction(at) instanceof ReturnInstruction);
    }

    private boolean isDropped() {
        Instruction first = code.instruction(handler);
        if (!(first instanceof StoreInstruction store)) {
            return first != null && first.opcode() == Opcode.POP;
        }
        int slot = store.slot();
        BitSet holding = code.reach(
                code.next(handler),
                true,
                at -> !(code.instruction(at) instanceof StoreInstruction other && other.slot() == slot));
        return holding.stream()
                .noneMatch(at -> code.instruction(at) instanceof LoadInstruction load && load.slot() == slot);
    }
}
