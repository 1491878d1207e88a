package io.asyncio4j.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server on the loopback interface, for the examples: each page has its own name for content. A page of a pair comes
 * when both have been asked for, the slow one and another never, the quick one when the slow one has been asked for. (Not the JDK's own server: that does not notice who hangs up.)
 */
final class PageServer implements AutoCloseable {
    private final ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Semaphore hangUps = new Semaphore(0);
    private final Semaphore slowAsked = new Semaphore(0);
    private final Semaphore halfPairs = new Semaphore(0);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    PageServer() throws IOException {
        Thread.ofVirtual().name("page-server").start(this::serve);
    }

    URI page(String path) {
        return URI.create("http://" + port.getInetAddress().getHostAddress() + ":" + port.getLocalPort() + path);
    }

    /** How many pages of pairs were on their way at once. */
    int most() {
        return most.get();
    }

    /** Blocks until somebody has hung up on the slow page. */
    void awaitHangUp() throws InterruptedException {
        hangUps.acquire();
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = port.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void answer(Socket client) {
        try (client) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String path = request.readLine().split(" ", -1)[1];
            while (!request.readLine().isEmpty()) {}
            switch (path) {
                case "/slow" -> {
                    slowAsked.release();
                    awaitEnd(request);
                    hangUps.release();
                    return;
                }
                case "/never" -> {
                    awaitEnd(request);
                    return;
                }
                case "/quick" -> slowAsked.acquire();
                default -> awaitPartner();
            }
            client.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + path.length() + "\r\n\r\n"
                                    + path)
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException _) {
            // has hung up
        }
    }

    private static void awaitEnd(BufferedReader request) {
        try {
            while (request.read() >= 0) {}
        } catch (IOException _) {
            // that is an end too
        }
    }

    private void awaitPartner() throws InterruptedException {
        int number = asked.incrementAndGet();
        most.accumulateAndGet(number - answered.get(), Math::max);
        if (number % 2 == 0) {
            halfPairs.release();
        } else {
            halfPairs.acquire();
        }
        answered.incrementAndGet();
    }
}
