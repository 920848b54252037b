package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.start.DataDirectory;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How commands reach the gateway that they administer. */
final class AdminApi {

    @Option(
            names = "--url",
            defaultValue = "${SLUICE_URL:-http://127.0.0.1:8080}",
            description = "The gateway (default: ${DEFAULT-VALUE})")
    private String url = "";

    @Option(
            names = "--data-dir",
            defaultValue = "${SLUICE_DATA_DIR:-data}",
            description =
                    "Data directory with the administration token, unless SLUICE_ADMIN_TOKEN is set (default: ${DEFAULT-VALUE})")
    private Path dataDir = Path.of("data");

    /** Sends a request and returns the document of the answer, an empty object if there is none. */
    JsonNode send(String method, String path, Optional<JsonNode> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/admin/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + credential())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(document -> HttpRequest.BodyPublishers.ofByteArray(
                                        StrictJson.write(document).getBytes()))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return document(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException e) {
            throw new CommandFailure("No gateway answers at " + base() + "; is it running? Another one: --url.");
        } catch (IOException e) {
            throw new CommandFailure("The request failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.");
        }
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String base() {
        return url.replaceAll("/+$", "");
    }

    private String credential() {
        return Optional.ofNullable(System.getenv("SLUICE_ADMIN_TOKEN"))
                .filter(text -> !text.isBlank())
                .or(() -> DataDirectory.read(dataDir, DataDirectory.ADMIN_TOKEN))
                .orElseThrow(() -> new CommandFailure("The administration token is needed: set SLUICE_ADMIN_TOKEN, or "
                        + "point --data-dir to the directory of a gateway that was started here."));
    }

    private static JsonNode document(HttpResponse<byte[]> response) {
        JsonNode document = response.body().length == 0 ? JsonNodeFactory.instance.objectNode() : parsed(response);
        if (response.statusCode() >= 300) {
            throw new CommandFailure(document.path("detail").asText("The gateway answered " + response.statusCode()));
        }
        return document;
    }

    private static JsonNode parsed(HttpResponse<byte[]> response) {
        try {
            return StrictJson.parse(Buffer.buffer(response.body()));
        } catch (ScimException e) {
            throw new CommandFailure("The gateway answered " + response.statusCode() + " without JSON; is it Sluice?");
        }
    }
}
