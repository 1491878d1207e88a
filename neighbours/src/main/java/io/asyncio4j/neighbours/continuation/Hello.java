package io.asyncio4j.neighbours.continuation;

/** The smallest program: a continuation that lets the others run once and says hello. The whole process is measured. */
public final class Hello {
    private Hello() {}

    /**
     * Says hello.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Turns turns = new Turns();
        turns.start(() -> {
            turns.letOthersRun();
            System.out.println("hello");
        });
        turns.run();
    }
}
