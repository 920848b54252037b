package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.SlowMemory;
import io.sluice.gateway.kit.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A port that speaks HTTP/2 without TLS refuses what the others refuse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CleartextHttp2Test {

    private Gateway gateway;
    private Client scim;
    private String root;

    @BeforeAll
    void start() {
        gateway = Gateway.start(
                Map.of("SLUICE_HTTP_H2C", "true", "SLUICE_HTTP_IDLE_TIMEOUT", "1s", "SLUICE_HTTP_BODY_TIMEOUT", "30s"),
                SlowMemory.of(Duration.ofMillis(1_500)));
        scim = gateway.tenant("h2c");
        root = URI.create(scim.base()).getPath();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: x\r\nHost: y\r\n\r\n",
                "\r\n",
                "Host: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "Host: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
                "Host: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"
            })
    void whatAProxyMayUnderstandDifferentlyIsRefused(String rest) {
        String begin = "POST " + root + "/Users HTTP/1.1\r\nAuthorization: Bearer " + scim.credential()
                + "\r\nContent-Type: application/scim+json\r\n";
        String next =
                "GET " + root + "/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + scim.credential() + "\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(begin + rest + next).readToEnd())
                    .startsWith("HTTP/1.1 400")
                    .containsOnlyOnce("HTTP/1.1 ");
        }
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(next).readResponse()).startsWith("HTTP/1.1 200");
            assertThat(wire.send(begin + rest + next).readToEnd())
                    .startsWith("HTTP/1.1 400")
                    .containsOnlyOnce("HTTP/1.1 ");
        }
    }

    @Test
    void chunksAreUnderstood() {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"chunked\"}";
        try (Wire wire = new Wire(gateway.port())) {
            wire.send("POST " + root + "/Groups HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + scim.credential()
                    + "\r\nContent-Type: application/scim+json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 201");
        }
    }

    /** The create takes longer than the connection may be idle. */
    @Test
    void answerOverHttp2IsWaitedFor() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(scim.base() + "/Groups"))
                .version(HttpClient.Version.HTTP_2)
                .header("Authorization", "Bearer " + scim.credential())
                .header("Content-Type", "application/scim+json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"slow\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            // The first request of a connection is upgraded, the second one is HTTP/2 from its beginning.
            client.send(
                    HttpRequest.newBuilder(URI.create(scim.base() + "/ServiceProviderConfig"))
                            .header("Authorization", "Bearer " + scim.credential())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }
}
