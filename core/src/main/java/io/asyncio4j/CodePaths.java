package io.asyncio4j;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The ways through the code of one method, from place to place: a place is the index of an instruction's first byte. */
final class CodePaths {
    private final CodeAttribute code;
    private final TreeMap<Integer, Instruction> instructions = new TreeMap<>();
    private final TreeMap<Integer, Integer> lines = new TreeMap<>();
    private final List<ExceptionCatch> handlers = new ArrayList<>();

    CodePaths(CodeAttribute code) {
        this.code = code;
        int place = 0;
        for (CodeElement element : code) {
            switch (element) {
                case Instruction instruction -> {
                    instructions.put(place, instruction);
                    place += instruction.sizeInBytes();
                }
                case LineNumber line -> lines.put(place, line.line());
                case ExceptionCatch handler -> handlers.add(handler);
                default -> {}
            }
        }
    }

    List<ExceptionCatch> handlers() {
        return handlers;
    }

    boolean covers(ExceptionCatch handler, int place) {
        return at(handler.tryStart()) <= place && place < at(handler.tryEnd());
    }

    int at(Label label) {
        return code.labelToBci(label);
    }

    @Nullable
    Instruction instruction(int place) {
        return instructions.get(place);
    }

    int next(int place) {
        Integer next = instructions.higherKey(place);
        return next == null ? -1 : next;
    }

    /** The calls of methods in a line. */
    BitSet calls(int line) {
        BitSet calls = new BitSet();
        instructions.forEach((place, instruction) -> {
            if (instruction instanceof InvokeInstruction && line(place) == line) {
                calls.set(place);
            }
        });
        return calls;
    }

    /** The line of a place, or -1. */
    int line(int place) {
        Map.Entry<Integer, Integer> entry = lines.floorEntry(place);
        return entry == null ? -1 : entry.getValue();
    }

    /**
     * All places that can be reached from one.
     *
     * @param throwing whether by exceptions too
     * @param enters which places may be stepped on at all
     */
    BitSet reach(int from, boolean throwing, IntPredicate enters) {
        BitSet seen = new BitSet();
        ArrayDeque<Integer> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            int place = left.pop();
            Instruction instruction = instructions.get(place);
            if (instruction != null && !seen.get(place) && enters.test(place)) {
                seen.set(place);
                left.addAll(successors(place, instruction));
                if (throwing) {
                    handlers.stream()
                            .filter(handler -> covers(handler, place))
                            .forEach(handler -> left.add(at(handler.handler())));
                }
            }
        }
        return seen;
    }

    private List<Integer> successors(int place, Instruction instruction) {
        return switch (instruction) {
            case ReturnInstruction _, ThrowInstruction _ -> List.of();
            case TableSwitchInstruction choice -> targets(choice.defaultTarget(), choice.cases());
            case LookupSwitchInstruction choice -> targets(choice.defaultTarget(), choice.cases());
            case BranchInstruction branch when isAlways(branch) -> List.of(at(branch.target()));
            case BranchInstruction branch -> List.of(at(branch.target()), next(place));
            default -> List.of(next(place));
        };
    }

    private static boolean isAlways(BranchInstruction branch) {
        return branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W;
    }

    private List<Integer> targets(Label otherwise, List<SwitchCase> cases) {
        List<Integer> all = new ArrayList<>(List.of(at(otherwise)));
        cases.forEach(one -> all.add(at(one.target())));
        return all;
    }
}
