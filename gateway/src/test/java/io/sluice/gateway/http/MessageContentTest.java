package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Wire;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the head of a well-formed message and cannot be meant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageContentTest {

    private Gateway gateway;
    private Client scim;
    private String root;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        scim = gateway.tenant("hard");
        root = URI.create(scim.base()).getPath();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void twoAuthorizationHeadersAreRefused() {
        String request = "GET " + root + "/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + scim.credential()
                + "\r\nAuthorization: Bearer other\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readResponse())
                    .startsWith("HTTP/1.1 400")
                    .contains("application/scim+json");
        }
    }

    @Test
    void tokenInTheQueryIsNoCredential() {
        scim.as("").get("/Users?access_token=" + scim.credential()).expectError(401, "");
    }

    @Test
    void compressedBodyIsRefused() {
        scim.post("/Users", Bodies.user("gzip"), "Content-Encoding", "gzip").expectError(415, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users%2F..",
                "/Users/%00",
                "/Users/..;/Users",
                "//Users",
                "/Users/%ff",
                "/Users/../Users",
                "/%55sers",
                "/Users/a/b",
                "/Users/00000000-0000-0000-0000-00000000000G",
                "/users",
                "/Users/%2e%2e"
            })
    void oddPathIs401WithoutACredentialAnd404WithOne(String path) {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send("GET " + root + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 401");
            assertThat(wire.send(head("GET", path) + "\r\n").readResponse())
                    .startsWith("HTTP/1.1 404")
                    .contains("application/scim+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users?filter=%zz", "/Groups?x=%", "/Users?%=1", "/ServiceProviderConfig?%g0"})
    void malformedEscapeInTheQueryIsTheClientsMistake(String path) {
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(head("GET", path) + "\r\n").readResponse())
                    .startsWith("HTTP/1.1 400")
                    .contains("application/scim+json", "\"scimType\":\"invalidValue\"");
            assertThat(wire.send(head("GET", "/Users?count=1&x=%25") + "\r\n").readResponse())
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?filter=userName%20eq%20%22%ff%22",
                "/Users?filter=userName%20eq%20%22%c3%22",
                "/Users?filter=userName%20eq%20%22%C3x%A9%22",
                "/Groups?x=%c0%af",
                "/Users?attributes=%ed%a0%80"
            })
    void escapeThatIsNoUtf8IsTheClientsMistake(String path) {
        scim.get(path).expectError(400, "invalidValue");
        scim.get("/Users?filter=userName%20eq%20%22%C3%A9%F0%9F%98%80%EF%BF%BD%22")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?filter=userName%20pr&filter=title%20pr",
                "/Users?count=1&count=1",
                "/Groups?startIndex=1&startIndex=2",
                "/Users?attributes=userName&attributes=title",
                "/?sortBy=userName&sortBy=title",
                "/Users?excludedAttributes=a&excludedAttributes=b"
            })
    void parameterThatIsThereTwiceIsRefused(String path) {
        assertThat(scim.get(path).expectError(400, "invalidValue").at("/detail"))
                .contains("more than once");
        scim.get("/Users?unknown=1&unknown=2&count=1").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tenants?cursor=%zz", "/tenants?%=1", "/tenants/hard?x=%", "/tenants/hard/tokens?x=%"})
    void malformedEscapeInTheQueryOfTheAdministrationIsAProblem(String path) {
        String request = "GET /admin/v1" + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Gateway.ADMIN_TOKEN
                + "\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readResponse())
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    @Test
    void hostThatWouldBreakOutOfALocationIsRefused() {
        String request = "GET " + root + "/Users HTTP/1.1\r\nHost: a\"b\r\nAuthorization: Bearer " + scim.credential()
                + "\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readResponse()).startsWith("HTTP/1.1 400");
        }
    }

    private String head(String method, String path) {
        return method + " " + root + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + scim.credential()
                + "\r\n";
    }
}
