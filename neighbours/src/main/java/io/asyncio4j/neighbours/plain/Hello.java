package io.asyncio4j.neighbours.plain;

/** The smallest program: a virtual thread that lets the others run once and says hello. The whole process is measured. */
public final class Hello {
    private Hello() {}

    /**
     * Says hello.
     *
     * @param arguments none
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.startVirtualThread(Hello::sayHello).join();
    }

    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    private static void sayHello() {
        Thread.yield();
        System.out.println("hello");
    }
}
