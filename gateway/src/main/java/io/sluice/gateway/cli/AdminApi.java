package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.start.DataDirectory;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How commands reach the gateway that they administer. */
final class AdminApi {

    @Option(
            names = "--url",
            description =
                    "The gateway (default: SLUICE_URL, or http://localhost and the port of SLUICE_HTTP_PORT or 8080)")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--data-dir",
            defaultValue = "${SLUICE_DATA_DIR:-data}",
            description = "Data directory with the administration token, unless SLUICE_ADMIN_TOKEN is set (default:"
                    + " ${DEFAULT-VALUE})")
    private Path dataDir = Path.of("data");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Sends a request and returns the document of the answer, an empty object if there is none. */
    JsonNode send(String method, String path, Optional<JsonNode> body) {
        HttpRequest.Builder request = request(path)
                .timeout(GatewayWait.LONGEST)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(document -> HttpRequest.BodyPublishers.ofByteArray(
                                        StrictJson.write(document).getBytes()))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return document(answer(client, request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException e) {
            throw noGateway();
        } catch (HttpTimeoutException e) {
            throw new CommandFailure("The gateway at " + base() + " did not answer within "
                    + GatewayWait.LONGEST.toSeconds() + " s; what was asked may still be done.");
        } catch (IOException e) {
            throw new CommandFailure("The request failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.");
        }
    }

    /** Copies an answer that may be long, as it comes, to where the person wants it. */
    void copy(String path, String accept, OutputStream target) {
        HttpRequest request = request(path).header("Accept", accept).GET().build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = answer(client, request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() >= 300) {
                    throw new CommandFailure(refusal(response.statusCode(), body.readAllBytes()));
                }
                body.transferTo(target);
            }
        } catch (ConnectException e) {
            throw noGateway();
        } catch (IOException e) {
            throw new CommandFailure("The request failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.");
        }
    }

    private <T> HttpResponse<T> answer(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        GatewayWait wait = new GatewayWait(
                base(), request.timeout(), spec.commandLine().getErr(), () -> DataDirectory.isTaken(dataDir));
        return wait.on(() -> client.sendAsync(request, body));
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(base() + "/admin/v1" + path))
                    .header("Authorization", "Bearer " + credential());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("The gateway's address " + base() + " is not a URL: " + e.getMessage());
        }
    }

    private CommandFailure noGateway() {
        return new CommandFailure("No gateway answers at " + base() + "; is it running? Another one: --url.");
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String base() {
        return url.or(() -> Optional.ofNullable(System.getenv("SLUICE_URL")))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> "http://localhost:"
                        + Optional.ofNullable(System.getenv("SLUICE_HTTP_PORT"))
                                .filter(port -> !port.isBlank())
                                .orElse("8080"))
                .replaceAll("/+$", "");
    }

    private String credential() {
        return Optional.ofNullable(System.getenv("SLUICE_ADMIN_TOKEN"))
                .filter(text -> !text.isBlank())
                .or(() -> DataDirectory.read(dataDir, DataDirectory.ADMIN_TOKEN))
                .orElseThrow(() -> new CommandFailure("The administration token is needed: set SLUICE_ADMIN_TOKEN, or "
                        + "point --data-dir to the directory of a gateway that was started here."));
    }

    private static JsonNode document(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) {
            throw new CommandFailure(refusal(response.statusCode(), response.body()));
        }
        return response.body().length == 0 ? JsonNodeFactory.instance.objectNode() : parsed(response);
    }

    /** What the gateway says about it (RFC 9457), or what is known if it says nothing. */
    private static String refusal(int status, byte[] body) {
        try {
            String known = "The gateway answered " + status + ".";
            return OptionNames.in(
                    StrictJson.parse(Buffer.buffer(body)).path("detail").asText(known));
        } catch (ScimException e) {
            return "The gateway answered " + status + " without JSON; is it Sluice?";
        }
    }

    private static JsonNode parsed(HttpResponse<byte[]> response) {
        try {
            return StrictJson.parse(Buffer.buffer(response.body()));
        } catch (ScimException e) {
            throw new CommandFailure("The gateway answered " + response.statusCode() + " without JSON; is it Sluice?");
        }
    }
}
