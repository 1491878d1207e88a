package io.asyncio4j.fibers;

/**
 * Makes sure that there is room on the stack for what must not be interrupted by a {@link StackOverflowError}: the steps of
 * a switch, in here and in the JDK.
 *
 * <p>A task may recurse until its stack overflows, and may await at every level. The overflow would then strike at the
 * deepest place, which is the middle of a switch: with the baton given away and not yet waited for, or inside the JDK
 * between marking a thread as runnable and queueing it, after which that thread never runs again. So a switch begins with
 * {@link #require}, which touches nothing and needs more stack than all that follows: if anything overflows, it does.
 *
 * <p>What makes it cheap: a frame is as large as the widest call its method might make, even if it hardly ever makes it. So
 * a few levels of a method that could pass 120 longs check for several kilobytes and touch none of them. The
 * wide call does happen once in a while, or the compiler would take it for dead and leave its room out; and it is too
 * wide to be inlined. (The JDK has a reserved stack zone for its own locks, which is not open to others.)
 */
@SuppressWarnings("UnusedVariable") // the arguments are there for their room, the sink to give them a use
public final class StackReserve {
    private static final int LEVELS = 6;
    private static final int LEVELS_FOR_CALLBACKS = 64;
    private static final int LEVELS_WHILE_COLD = 64;
    private static final int LEVELS_FOR_CALLBACKS_WHILE_COLD = 600;
    private static final int COLD_CALLS = 20_000;
    private static final int WIDE_CALLS = 0x3ff;

    // Any thread, racy: only there so that the wide call has a use.
    private static long sink;

    // The baton's holder only.
    private int calls;

    /** The reserve of one loop. */
    public StackReserve() {}

    /**
     * Returns if some six kilobytes of stack are left. While this method is interpreted its frames are small, so that it
     * descends further.
     *
     * @throws StackOverflowError if not; nothing has been changed
     */
    public void require() {
        calls++;
        if (isCold()) {
            descend(LEVELS_WHILE_COLD, false);
        }
        descend(LEVELS, (calls & WIDE_CALLS) == 0);
    }

    /**
     * Returns if some 64 kilobytes of stack are left: for callbacks, which are not to suffer from the depth of the task they
     * happen to run on.
     *
     * @throws StackOverflowError if not; nothing has been changed
     */
    public void requireForCallbacks() {
        require();
        descend(isCold() ? LEVELS_FOR_CALLBACKS_WHILE_COLD : LEVELS_FOR_CALLBACKS, false);
    }

    private boolean isCold() {
        return calls >= 0 && calls < COLD_CALLS;
    }

    private static void descend(int levels, boolean wide) {
        if (wide) {
            sink = wide(
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L,
                    101L, 101L, 101L, 101L, 101L, 101L, 101L, 101L);
        }
        if (levels > 0) {
            descend(levels - 1, wide);
        }
    }

    private static long wide(
            long a0,
            long a1,
            long a2,
            long a3,
            long a4,
            long a5,
            long a6,
            long a7,
            long a8,
            long a9,
            long a10,
            long a11,
            long a12,
            long a13,
            long a14,
            long a15,
            long a16,
            long a17,
            long a18,
            long a19,
            long a20,
            long a21,
            long a22,
            long a23,
            long a24,
            long a25,
            long a26,
            long a27,
            long a28,
            long a29,
            long a30,
            long a31,
            long a32,
            long a33,
            long a34,
            long a35,
            long a36,
            long a37,
            long a38,
            long a39,
            long a40,
            long a41,
            long a42,
            long a43,
            long a44,
            long a45,
            long a46,
            long a47,
            long a48,
            long a49,
            long a50,
            long a51,
            long a52,
            long a53,
            long a54,
            long a55,
            long a56,
            long a57,
            long a58,
            long a59,
            long a60,
            long a61,
            long a62,
            long a63,
            long a64,
            long a65,
            long a66,
            long a67,
            long a68,
            long a69,
            long a70,
            long a71,
            long a72,
            long a73,
            long a74,
            long a75,
            long a76,
            long a77,
            long a78,
            long a79,
            long a80,
            long a81,
            long a82,
            long a83,
            long a84,
            long a85,
            long a86,
            long a87,
            long a88,
            long a89,
            long a90,
            long a91,
            long a92,
            long a93,
            long a94,
            long a95,
            long a96,
            long a97,
            long a98,
            long a99,
            long a100,
            long a101,
            long a102,
            long a103,
            long a104,
            long a105,
            long a106,
            long a107,
            long a108,
            long a109,
            long a110,
            long a111,
            long a112,
            long a113,
            long a114,
            long a115,
            long a116,
            long a117,
            long a118,
            long a119) {
        return a0 + a119;
    }
}
