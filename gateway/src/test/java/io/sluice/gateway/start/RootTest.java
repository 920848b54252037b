package io.sluice.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bare address of a gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RootTest {

    private final Gateway gateway = Gateway.start();
    private final Client anybody = new Client(gateway.url(), "");

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void leadsABrowserToThePortal() {
        Reply reply = anybody.get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .expect(303);
        assertThat(reply.header("location")).isEqualTo("/portal");
    }

    @Test
    void isNothingForAProgram() {
        for (String accept : new String[] {"application/scim+json", "application/json", "*/*"}) {
            assertThat(anybody.get("/", "Accept", accept).expect(404).header("content-type"))
                    .startsWith("application/problem+json");
        }
        anybody.post("/", "{}", "Accept", "text/html").expect(404);
    }
}
