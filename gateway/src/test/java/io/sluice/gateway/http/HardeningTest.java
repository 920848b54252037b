package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Wire;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad HTTP, and what each kind of it must get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HardeningTest {

    private Gateway gateway;
    private Gateway patient;
    private Client patientScim;
    private Client scim;
    private String root;

    @BeforeAll
    void start() {
        gateway = Gateway.start(Map.of("SLUICE_HTTP_IDLE_TIMEOUT", "1s", "SLUICE_HTTP_BODY_TIMEOUT", "500ms"));
        scim = gateway.tenant("hard");
        patient = Gateway.start(Map.of("SLUICE_HTTP_IDLE_TIMEOUT", "1m", "SLUICE_HTTP_BODY_TIMEOUT", "1m"));
        patientScim = patient.tenant("patient");
        root = URI.create(scim.base()).getPath();
    }

    @AfterAll
    void stop() {
        gateway.close();
        patient.close();
    }

    @Test
    void headerOf15KiBIsServedAndOf17KiBRefused() {
        scim.get("/Users", "X-Padding", "x".repeat(15 << 10)).expect(200);
        scim.get("/Users", "X-Padding", "x".repeat(17 << 10)).expectError(431, "");
    }

    @Test
    void requestLineOf7KiBIsServedAndOf9KiBRefused() {
        scim.get("/Users?ignored=" + "x".repeat(7 << 10)).expect(200);
        scim.get("/Users?ignored=" + "x".repeat(9 << 10)).expectError(414, "");
    }

    @Test
    void bodyOverOneMiBIsRefused() {
        scim.post("/Users", padded((1 << 20) - 100)).expect(201);
        scim.post("/Users", padded((1 << 20) + 1)).expectError(413, "");
    }

    @Test
    void chunkedBodyOverOneMiBIsRefused() {
        StringBuilder request = new StringBuilder(head("POST", "/Users") + "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            request.append("10000\r\n").append("x".repeat(0x10000)).append("\r\n");
        }
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request + "0\r\n\r\n").readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void bodyThatIsTooLargeIsTheLastOnItsConnection() {
        String body = padded((1 << 20) + 1);
        String request = head("POST", "/Users") + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request + head("GET", "/Users") + "\r\n").readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void bodyThatIsTooLargeAndNeverComesIsNotWaitedForLonger() {
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(head("POST", "/Users") + "Content-Length: 2000000\r\n\r\n")
                            .readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close");
        }
    }

    /** Long before the connection would count as idle. */
    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n\r\n", "3\r\nabcXX\r\n0\r\n\r\n", "3\r\nabc\r\n-1\r\n\r\n", "fffffffffffffffff\r\nabc"})
    void connectionEndsWithTheAnswerToMalformedChunks(String chunks) {
        String next = head("GET", "/Users") + "\r\n";
        for (String begin : new String[] {
            head("POST", "/Users"),
            "POST " + root + "/Users HTTP/1.1\r\nHost: x\r\n",
            head("GET", "/Users"),
            "POST /admin/v1/tenants HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n",
            "POST /portal/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            "POST /oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        }) {
            try (Wire wire = new Wire(patient.port())) {
                wire.send(begin.replace(scim.credential(), patientScim.credential())
                        .replace(root, URI.create(patientScim.base()).getPath()));
                String answer = wire.send("Transfer-Encoding: chunked\r\n\r\n" + chunks + next)
                        .readToEnd();
                assertThat(answer).as(begin).containsOnlyOnce("HTTP/1.1 ").containsIgnoringCase("connection: close");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/9.9", "HTTP/2.0", "HTTP/1.2", "HTTX/1.1"})
    void versionThatIsNotSpokenIs505(String version) {
        String request = head("GET", "/Users").replace("HTTP/1.1", version) + "\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request + head("GET", "/Users") + "\r\n").readToEnd())
                    .startsWith("HTTP/1.1 505")
                    .contains("\"status\":\"505\"")
                    .containsOnlyOnce("HTTP/1.1 5");
        }
    }

    @Test
    void hostIsNotAskedOfHttp10() {
        String request = "GET " + root + "/Users HTTP/1.0\r\nAuthorization: Bearer " + scim.credential() + "\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readToEnd()).startsWith("HTTP/1.0 200");
        }
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
    void lengthTogetherWithChunksIsRefusedAndTheConnectionClosed() {
        String request = head("POST", "/Users") + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readToEnd())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"status\":\"400\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xchunked",
                "gzip",
                "identity",
                "chunked, identity",
                "identity, chunked",
                "chunked, chunked",
                "chunked\r\nTransfer-Encoding: identity",
                "chunked;q=1",
                ""
            })
    void transferCodingOtherThanChunkedIsRefusedAndWhatFollowsIsNoRequest(String coding) {
        String request = head("POST", "/Users") + "Transfer-Encoding: " + coding + "\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request + head("GET", "/Users") + "\r\n").readToEnd())
                    .startsWith("HTTP/1.1 400")
                    .containsOnlyOnce("HTTP/1.1");
        }
    }

    @Test
    void chunkedIsUnderstoodInAnyCase() {
        String body = Bodies.user("any-case");
        String chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(head("POST", "/Users") + "Transfer-Encoding: Chunked\r\n\r\n" + chunks);
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 201");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n", "2\r\n{}0\r\n\r\n", "-1\r\n", "1 2\r\n{}\r\n"})
    void malformedChunksAreRefusedAndTheConnectionClosed(String chunks) {
        String request = head("POST", "/Users") + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
        try (Wire wire = new Wire(gateway.port()).send(request)) {
            assertThat(wire.readToEnd())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"status\":\"400\"")
                    .containsOnlyOnce("HTTP/1.1");
        }
    }

    @Test
    void malformedChunksThatNobodyReadsDoNotGetASecondAnswer() {
        String request = "POST " + root + "/Users HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
        try (Wire wire = new Wire(gateway.port()).send(request)) {
            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a\r\nHost: b\r\n", "Host: a\r\nHost: a\r\n"})
    void numberOfHostLinesOtherThanOneIsRefused(String hosts) {
        String request = "GET " + root + "/Users HTTP/1.1\r\n" + hosts + "Authorization: Bearer " + scim.credential()
                + "\r\n\r\n";
        try (Wire wire = new Wire(gateway.port()).send(request)) {
            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 400 ").contains("\"status\":\"400\"");
        }
    }

    @Test
    void foldedHeaderLineIsRefusedAndTheConnectionClosed() {
        String request = head("GET", "/Users") + "X-Folded: a\r\n b\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readToEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void foldedHeaderLineIsSeenInPiecesAndBehindAnotherRequest() {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(head("GET", "/Users") + "\r\n" + head("GET", "/Users") + "X-Folded: a\r\n");
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 200");
            assertThat(wire.send("\tb\r\n\r\n").readToEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void bodyWithIndentedLinesIsNoFoldedHeader() {
        String body = Bodies.user("indented").replace(",", ",\r\n\r\n   ");
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(head("POST", "/Users") + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 201");
            assertThat(wire.send(head("GET", "/Users") + "\r\n").readResponse()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void compressedBodyIsRefused() {
        scim.post("/Users", Bodies.user("gzip"), "Content-Encoding", "gzip").expectError(415, "");
    }

    @Test
    void upgradeToHttp2WithoutTlsIsIgnored() {
        String request = head("GET", "/Users")
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readResponse()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void silentClientIsClosed() {
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.readToEnd()).isEmpty();
        }
    }

    @Test
    void halfAHeaderIsClosed() {
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send("GET /scim/v2/Users HTTP/1.1\r\nHost:").readToEnd())
                    .isEmpty();
        }
    }

    @Test
    void bodyThatDripsIsClosedAtItsDeadline() throws InterruptedException {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(head("POST", "/Users") + "Content-Length: 1000\r\n\r\n{");
            Thread drip = Thread.startVirtualThread(() -> {
                for (int i = 0; i < 100 && !Thread.currentThread().isInterrupted(); i++) {
                    wire.send(" ");
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                }
            });
            String answer = wire.readToEnd();
            drip.interrupt();
            drip.join();
            assertThat(answer).doesNotContain(" 201 ").doesNotContain(" 200 ");
        }
    }

    @Test
    void bodyIsNotReadWithoutACredential() {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send("POST " + root + "/Users HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void clientThatAsksFirstIsToldToContinueOnlyWithACredential() {
        String body = Bodies.user("continue");
        String length = "Content-Length: " + body.length() + "\r\nExpect: 100-continue\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(head("POST", "/Users") + length).readResponse())
                    .startsWith("HTTP/1.1 100");
            assertThat(wire.send(body).readResponse()).startsWith("HTTP/1.1 201");
        }
        try (Wire wire = new Wire(gateway.port())) {
            wire.send("POST " + root + "/Users HTTP/1.1\r\nHost: x\r\n" + length);
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void connectionGoesOnAfterARefusedRequestWithABody() {
        String body = Bodies.user("keptalive");
        try (Wire wire = new Wire(gateway.port())) {
            wire.send("POST " + root + "/Users HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body);
            assertThat(wire.readResponse()).startsWith("HTTP/1.1 401");
            assertThat(wire.send(head("GET", "/Users") + "\r\n").readResponse()).startsWith("HTTP/1.1 200");
        }
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

    private static String padded(int length) {
        String user = Bodies.user("padded" + length);
        return user + " ".repeat(length - user.length());
    }
}
