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
 * <p>What makes it cheap: a compiled frame is as large as the widest thing its method might do, even if it hardly ever does
 * it. So a single call of a method that could have hundreds of values at hand checks for all their room and touches none
 * of it. The wide thing does happen once in a while, or the compiler would take it for dead and leave its room out. Only an
 * interpreted frame is small: while the method may still be interpreted, it descends further. (The JDK has a
 * reserved stack zone for its own locks, which is not open to others.)
 */
public final class StackReserve {
    private static final int LEVELS_FOR_CALLBACKS = 24;
    private static final int LEVELS_WHILE_COLD = 40;
    private static final int LEVELS_FOR_CALLBACKS_WHILE_COLD = 600;
    private static final int COLD_CALLS = 20_000;
    private static final int WIDE_CALLS = 0x3ff;

    // Any thread. Volatile, so that each read of it is a value of its own.
    private static volatile long sink;

    // Any thread, racy, and only ever set: one loop that has been running for a while warms up all.
    private static boolean warm;

    // The baton's holder only.
    private int calls;

    /** The reserve of one loop. */
    public StackReserve() {}

    /**
     * Returns if some four kilobytes of stack are left.
     *
     * @throws StackOverflowError if not; nothing has been changed
     */
    public void require() {
        calls++;
        if (!warm) {
            descendWhileCold(LEVELS_WHILE_COLD);
            if (calls >= COLD_CALLS) {
                warm = true;
            }
        }
        descend(0, (calls & WIDE_CALLS) == 0);
    }

    /**
     * Returns if some 64 kilobytes of stack are left: for callbacks, which are not to suffer from the depth of the task they
     * happen to run on.
     *
     * @throws StackOverflowError if not; nothing has been changed
     */
    public void requireForCallbacks() {
        require();
        if (!warm) {
            descendWhileCold(LEVELS_FOR_CALLBACKS_WHILE_COLD);
        }
        descend(LEVELS_FOR_CALLBACKS, false);
    }

    /**
     * As long as the wide call is interpreted its frames are small, and as many as that takes would be a megabyte once they
     * are compiled: then every callback would be taken for too deep. The size of these frames hardly depends on it.
     */
    private static void descendWhileCold(int levels) {
        descendNarrowly(levels, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    // spotless:off
    private static void descendNarrowly(
            int levels, long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10,
            long a11) {
        if (levels > 0) {
            descendNarrowly(levels - 1, a11, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10);
        }
    }
    // spotless:on

    private static void descend(int levels, boolean wide) {
        if (levels > 0) {
            descend(levels - 1, wide);
        } else if (wide) {
            // all the values of the outer call wait, each at its place on the stack, for the inner one
            // spotless:off
            sink = wide(
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                    wide(
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink, sink,
                            some()));
            // spotless:on
        }
    }

    /** A value whose maker is too long to be inlined where it is seldom asked for. */
    private static long some() {
        long value = sink;
        for (long round = 1; round < 4; round++) {
            value = (value * 31 + round) ^ (value >>> 7) ^ (value << 13) ^ (round * 0x9e3779b97f4a7c15L);
        }
        return value;
    }

    // spotless:off
    private static long wide(
            long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9,
            long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19,
            long a20, long a21, long a22, long a23, long a24, long a25, long a26, long a27, long a28, long a29,
            long a30, long a31, long a32, long a33, long a34, long a35, long a36, long a37, long a38, long a39,
            long a40, long a41, long a42, long a43, long a44, long a45, long a46, long a47, long a48, long a49,
            long a50, long a51, long a52, long a53, long a54, long a55, long a56, long a57, long a58, long a59,
            long a60, long a61, long a62, long a63, long a64, long a65, long a66, long a67, long a68, long a69,
            long a70, long a71, long a72, long a73, long a74, long a75, long a76, long a77, long a78, long a79,
            long a80, long a81, long a82, long a83, long a84, long a85, long a86, long a87, long a88, long a89,
            long a90, long a91, long a92, long a93, long a94, long a95, long a96, long a97, long a98, long a99,
            long a100, long a101, long a102, long a103, long a104, long a105, long a106, long a107, long a108, long a109,
            long a110, long a111, long a112, long a113, long a114, long a115, long a116, long a117, long a118, long a119) {
        return a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14
                + a15 + a16 + a17 + a18 + a19 + a20 + a21 + a22 + a23 + a24 + a25 + a26 + a27 + a28 + a29
                + a30 + a31 + a32 + a33 + a34 + a35 + a36 + a37 + a38 + a39 + a40 + a41 + a42 + a43 + a44
                + a45 + a46 + a47 + a48 + a49 + a50 + a51 + a52 + a53 + a54 + a55 + a56 + a57 + a58 + a59
                + a60 + a61 + a62 + a63 + a64 + a65 + a66 + a67 + a68 + a69 + a70 + a71 + a72 + a73 + a74
                + a75 + a76 + a77 + a78 + a79 + a80 + a81 + a82 + a83 + a84 + a85 + a86 + a87 + a88 + a89
                + a90 + a91 + a92 + a93 + a94 + a95 + a96 + a97 + a98 + a99 + a100 + a101 + a102 + a103 + a104
                + a105 + a106 + a107 + a108 + a109 + a110 + a111 + a112 + a113 + a114 + a115 + a116 + a117 + a118 + a119;
    }
    // spotless:on
}
