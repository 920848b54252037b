package io.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sluice.gateway.cli.Shell.Done;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands while the gateway is starting, or slow, or not there. */
final class GatewayWaitTest {

    @TempDir
    Path data;

    /** Tells when something was said. */
    private static final class Watched extends StringWriter {

        private final CountDownLatch said = new CountDownLatch(1);

        @Override
        public void flush() {
            super.flush();
            if (!toString().isEmpty()) {
                said.countDown();
            }
        }
    }

    @Test
    void aCommandWaitsForAGatewayThatIsStartingAndSaysForWhatAndHowLong() throws Exception {
        int port = freePort();
        Shell shell = new Shell("http://127.0.0.1:" + port, data);
        Files.writeString(
                data.resolve("lock"), Long.toString(ProcessHandle.current().pid()));
        Watched err = new Watched();
        CompletableFuture<Done> running = CompletableFuture.supplyAsync(() -> shell.run(err, "tenant", "list"));

        err.said.await();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("sluice: the gateway at http://127.0.0.1:" + port
                        + " is not listening yet; waiting at most 30 s for its start");
        assertThat(running).isNotDone();
        HttpServer server = server(port, new CountDownLatch(0));
        try {
            Done done = running.join();
            assertThat(done.code()).as(done.err()).isZero();
            assertThat(done.out()).contains("acme");
            assertThat(done.err().lines()).as("said once").hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerThatTakesLongIsSaidToBeWaitedFor() throws Exception {
        Watched err = new Watched();
        HttpServer server = server(0, err.said);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Done done = new Shell(url, data).run(err, "tenant", "list");
            assertThat(done.code()).isZero();
            assertThat(done.out()).contains("acme");
            assertThat(done.err()).isEqualToIgnoringNewLines("sluice: waiting at most 30 s for the answer of " + url);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyIsWaitedForWhereNoGatewayIs() throws IOException {
        Shell shell = new Shell("http://127.0.0.1:" + freePort(), data);
        // No process has this number.
        Files.writeString(data.resolve("lock"), Long.toString(Long.MAX_VALUE / 10));
        Done done = shell.run("token", "list");
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err()).startsWith("sluice: No gateway answers at ").doesNotContain("waiting");
    }

    private static HttpServer server(int port, CountDownLatch mayAnswer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            byte[] body = "{\"items\":[{\"id\":\"acme\"}],\"nextCursor\":null}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
