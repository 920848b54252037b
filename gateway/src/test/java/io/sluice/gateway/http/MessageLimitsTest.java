package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Wire;
import org.junit.jupiter.api.Test;

/** How large a message may be, how long it may take, and what becomes of its connection. */
final class MessageLimitsTest extends OverTheWire {

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

    /** Nobody who asks first sends a body after that, so that its deadline is not waited for. */
    @Test
    void whoAsksFirstAndIsRefusedIsLetGoAtOnce() {
        String wanted = "Content-Length: 2000000\r\nExpect: 100-continue\r\n\r\n";
        try (Wire wire = new Wire(patient.port())) {
            String head = toPatient(head("POST", "/Users"));
            assertThat(wire.send(head + wanted).readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close");
        }
        try (Wire wire = new Wire(patient.port())) {
            assertThat(wire.send("POST " + root + "/Users HTTP/1.1\r\nHost: x\r\n" + wanted)
                            .readToEnd())
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("connection: close");
        }
    }

    private static String padded(int length) {
        String user = Bodies.user("padded" + length);
        return user + " ".repeat(length - user.length());
    }
}
