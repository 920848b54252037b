package io.sluice.load.own;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a gateway that starts has told its user so and answers its readiness probe. */
record Readiness(URI probe, Process process, Path log) {

    private static final long PAUSE_MILLIS = 100;
    private static final String GREETING = "Sluice is ready";

    void await(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!isReady(client)) {
                if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The gateway ended while it started, see " + log);
                }
                if (System.nanoTime() > end) {
                    process.destroy();
                    throw new IllegalStateException("The gateway is not ready after " + seconds + " s, see " + log);
                }
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the gateway started", e);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            // Ready comes before the first start has written its token; the greeting comes after it.
            if (!Files.readString(log).contains(GREETING)) {
                return false;
            }
            HttpRequest request =
                    HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
