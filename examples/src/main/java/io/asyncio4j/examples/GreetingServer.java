package io.asyncio4j.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A server on the loopback interface with two ports, for the examples. It greets whoever comes to the near one, waits until
 * that connection is closed, and then does the same at the far one.
 */
final class GreetingServer implements AutoCloseable {
    private final ServerSocket near = listen();
    private final ServerSocket far = listen();

    GreetingServer() throws IOException {
        Thread.ofVirtual().name("greeting-server").start(this::serve);
    }

    int nearPort() {
        return near.getLocalPort();
    }

    int farPort() {
        return far.getLocalPort();
    }

    /** Blocks until the server has greeted. */
    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getInputStream().read();
        return socket;
    }

    @Override
    public void close() throws IOException {
        near.close();
        far.close();
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private void serve() {
        try {
            greet(near);
            greet(far);
        } catch (IOException _) {
            // closed before both had come
        }
    }

    private static void greet(ServerSocket port) throws IOException {
        try (Socket client = port.accept()) {
            client.getOutputStream().write('!');
            client.getInputStream().read();
        }
    }
}
