package io.sluice.load.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code sluice start} as a process of its own, with its embedded PostgreSQL, to be killed and started again. */
final class GatewayUnderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path data;
    private final int port;
    private volatile Process process;

    private GatewayUnderTest(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.process = launch();
    }

    static GatewayUnderTest start(Path data, int port) throws IOException {
        Files.createDirectories(data);
        GatewayUnderTest gateway = new GatewayUnderTest(data, port);
        // Ctrl-C ends both.
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::kill));
        return gateway;
    }

    private Process launch() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder =
                new ProcessBuilder(List.of(java, "-Xmx512m", "-jar", System.getProperty("java.class.path"), "start"));
        builder.environment().put("SLUICE_DATA_DIR", data.toAbsolutePath().toString());
        builder.environment().put("SLUICE_HTTP_PORT", Integer.toString(port));
        builder.environment().put("SLUICE_MANAGEMENT_PORT", Integer.toString(port + 1));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("gateway.log").toFile()))
                .start();
    }

    /** kill -9; PostgreSQL goes with it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** kill -9 of the server alone; the gateway stays. */
    void killPostgres() throws IOException {
        Path file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow(() -> new IOException("No PostgreSQL runs"));
        postmaster.destroyForcibly();
    }

    /** Starts it again if it is dead, as a supervisor would, and waits until it answers a search. */
    void ensureRunning() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!process.isAlive() || !answers()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("The gateway does not come up; see " + data.resolve("gateway.log"));
            }
            if (!process.isAlive()) {
                process = launch();
            }
            pause();
        }
    }

    private boolean answers() {
        try {
            return Files.exists(data.resolve("first-token"))
                    && isReady()
                    && api().get("/Users?count=1").isDone();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isReady() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI ready = URI.create("http://127.0.0.1:" + (port + 1) + "/health/ready");
            return client.send(
                                    HttpRequest.newBuilder(ready)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    ScimApi api() throws IOException {
        return new ScimApi(
                "http://127.0.0.1:" + port + "/tenants/default/scim/v2",
                Files.readString(data.resolve("first-token")).strip());
    }

    ScimApi administration() throws IOException {
        return new ScimApi(
                "http://127.0.0.1:" + port + "/admin/v1",
                Files.readString(data.resolve("admin-token")).strip());
    }

    /** Lets it end by itself. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
