package io.asyncio4j.conformance.interpreter;

/** A statement that has been read, ready to run in any frame. */
@FunctionalInterface
interface Statement {

    Signal execute(Frame frame) throws Exception;

    /** A statement after which the next one follows. */
    @FunctionalInterface
    interface Action {

        void perform(Frame frame) throws Exception;

        default Statement asStatement() {
            return frame -> {
                perform(frame);
                return Signal.Flow.NEXT;
            };
        }
    }
}
