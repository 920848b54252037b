package io.sluice.load.cluster;

import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A client that says what became of a request, once: it repeats nothing by itself. */
final class Http {

    static final int NO_ANSWER = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * @param status of HTTP, or {@link #NO_ANSWER}
     * @param retryAfter whether the answer said when to come back
     */
    record Answer(int status, String body, boolean retryAfter) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        String at(String pointer) {
            return StrictJson.parse(Buffer.buffer(body)).at(pointer).asText();
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String bearer;

    Http(String bearer) {
        this.bearer = bearer;
    }

    Answer get(String url) {
        return send("GET", url, Optional.empty());
    }

    Answer send(String method, String url, Optional<String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(text ->
                request.header("Content-Type", url.contains("/admin/") ? "application/json" : "application/scim+json"));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean retryAfter = response.headers().firstValue("retry-after").isPresent();
            return new Answer(response.statusCode(), response.body(), retryAfter);
        } catch (IOException e) {
            return new Answer(NO_ANSWER, String.valueOf(e), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(NO_ANSWER, "interrupted", false);
        }
    }
}
