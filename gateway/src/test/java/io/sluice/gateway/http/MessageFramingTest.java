package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a message begins and ends: what a proxy in front might see otherwise is refused, and nothing behind it is served. */
final class MessageFramingTest extends OverTheWire {

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
                wire.send(toPatient(begin));
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
    void upgradeToHttp2WithoutTlsIsIgnored() {
        String request = head("GET", "/Users")
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        try (Wire wire = new Wire(gateway.port())) {
            assertThat(wire.send(request).readResponse()).startsWith("HTTP/1.1 200");
        }
    }
}
