package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Gateway;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForgeryTest {

    private static final String TOKENS = "/portal/t/acme/provisioning/tokens";
    private static final Map<String, String> FIELDS = Map.of("idp", "okta");

    private Gateway gateway;
    private Visitor visitor;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        gateway.tenant("acme");
        Visitor.administrator(gateway, "jane", new AdministratorRole.Operator());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void logIn() {
        visitor = new Visitor(gateway);
        visitor.logIn("jane", Visitor.PASSWORD);
        visitor.get("/portal/t/acme/provisioning");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        assertThat(visitor.post(TOKENS, FIELDS, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(TOKENS, FIELDS, "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOldBrowserIsJudgedByTheOrigin() {
        assertThat(visitor.post(TOKENS, FIELDS, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(TOKENS, FIELDS, "Origin", gateway.url()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestThatSaysNothingOfItsOriginIsRefused() {
        assertThat(visitor.post(TOKENS, FIELDS, new String[0]).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var answer = visitor.post(TOKENS, Map.of("idp", "okta", "form", "made up"));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aPageInAnotherTabDoesNotSpoilTheForm() {
        Visitor otherTab = new Visitor(gateway);
        otherTab.setCookie("sluice_session", visitor.cookie("sluice_session").orElseThrow());
        otherTab.get("/portal/t/acme/audit");
        assertThat(visitor.post("/portal/t/acme/attributes/policy", Map.of("which", "all"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void theLoginFormOfAnotherSiteIsRefusedToo() {
        var answer = new Visitor(gateway)
                .post(
                        "/portal/login",
                        Map.of("name", "jane", "password", Visitor.PASSWORD),
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }
}
