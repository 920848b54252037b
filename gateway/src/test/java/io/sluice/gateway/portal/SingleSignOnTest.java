package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.jwt.Forge;
import io.sluice.gateway.kit.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Administrators come in through an OpenID provider that runs beside the gateway, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SingleSignOnTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private StubProvider provider;
    private Gateway gateway;

    @BeforeAll
    void start() {
        provider = new StubProvider();
        gateway = Gateway.start(Map.of(
                "SLUICE_OIDC_ISSUER",
                provider.issuer(),
                "SLUICE_OIDC_CLIENT_ID",
                StubProvider.CLIENT,
                "SLUICE_OIDC_CLIENT_SECRET",
                StubProvider.SECRET,
                "SLUICE_OIDC_OPERATORS",
                "sluice-operators",
                "SLUICE_OIDC_TENANTS",
                "acme-admins=acme"));
        gateway.tenant("acme");
        gateway.tenant("other");
    }

    @AfterAll
    void stop() {
        gateway.close();
        provider.close();
    }

    @BeforeEach
    void anOperator() {
        provider.person("ada@example.com", "staff", "sluice-operators");
        provider.signWith(provider.ownKey());
    }

    @Test
    void theLoginPageLeadsThere() {
        assertThat(new Visitor(gateway).get("/portal/login?next=/portal/system").body())
                .contains("href=\"/portal/oidc/login?next=%2Fportal%2Fsystem\"");
    }

    @Test
    void anOperatorComesInWhereTheyWantedToGo() {
        Visitor visitor = new Visitor(gateway);
        var page = comeBack(visitor, atProvider(visitor, "/portal/oidc/login?next=%2Fportal%2Fsystem"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("http-equiv=\"refresh\" content=\"0;url=/portal/system\"");
        assertThat(page.headers().firstValue("set-cookie").orElseThrow()).contains("SameSite=Strict", "HttpOnly");
        assertThat(visitor.get("/portal/system").statusCode()).isEqualTo(200);
    }

    @Test
    void aTenantsAdministratorSeesThatTenantOnly() {
        provider.person("tom@example.com", "acme-admins");
        Visitor visitor = new Visitor(gateway);
        assertThat(comeBack(visitor, atProvider(visitor, "/portal/oidc/login")).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/portal/t/acme/users").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/portal/t/other/users").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/portal/tenants").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverActsIsNamedInTheAuditTrailAsComingFromOutside() {
        Visitor visitor = new Visitor(gateway);
        comeBack(visitor, atProvider(visitor, "/portal/oidc/login"));
        visitor.get("/portal/t/acme/provisioning");
        visitor.post("/portal/t/acme/provisioning/tokens", Map.of("idp", "okta"));
        assertThat(gateway.admin().get("/tenants/acme/audit?idp=okta").text()).contains("oidc:ada@example.com");
    }

    @Test
    void whoeverCameFromOutsideHasNoPasswordHereAndIsToldWhereItIs() {
        Visitor visitor = new Visitor(gateway);
        comeBack(visitor, atProvider(visitor, "/portal/oidc/login"));
        String page = visitor.get("/portal/account").body();
        assertThat(page).contains("your password is kept there").doesNotContain("name=\"wanted\"");
        visitor.get("/portal/tenants");
        var refused = visitor.post(
                "/portal/account/password", Map.of("old", "", "wanted", "a long enough sentence to be a password"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("notice bad").contains("your password is kept there");
    }

    @Test
    void whoHasNoRoleIsToldSo() {
        provider.person("eve@example.com", "staff");
        Visitor visitor = new Visitor(gateway);
        var page = comeBack(visitor, atProvider(visitor, "/portal/oidc/login"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(visitor.cookie("sluice_session")).isEmpty();
    }

    @Test
    void anotherBrowserCannotFinishTheLogin() {
        Visitor begun = new Visitor(gateway);
        URI callback = atProvider(begun, "/portal/oidc/login");
        assertRefused(new Visitor(gateway), callback, 400);
        Visitor other = new Visitor(gateway);
        atProvider(other, "/portal/oidc/login");
        assertRefused(other, callback, 400);
    }

    @Test
    void aForgedStateIsRefused() {
        Visitor visitor = new Visitor(gateway);
        String real = atProvider(visitor, "/portal/oidc/login").toString();
        String forged = real.replaceAll("state=[^&]*", "state=forged");
        assertRefused(visitor, URI.create(forged), 400);
        assertRefused(visitor, URI.create(real.replaceAll("&state=[^&]*", "")), 400);
        String cookie = visitor.cookie("sluice_oidc").orElseThrow();
        visitor.setCookie("sluice_oidc", cookie.substring(0, cookie.length() - 2) + "xx");
        assertRefused(visitor, URI.create(real), 400);
    }

    @Test
    void aCodeWorksOnce() {
        Visitor visitor = new Visitor(gateway);
        URI callback = atProvider(visitor, "/portal/oidc/login");
        assertThat(comeBack(visitor, callback).statusCode()).isEqualTo(200);
        assertThat(comeBack(visitor, callback).statusCode()).isEqualTo(401);
    }

    @Test
    void anIdTokenMustBeMeantForThisLoginAndSignedByTheProvider() {
        provider.claim("nonce", "another");
        refusedWith(401);
        anOperator();
        provider.claim("aud", "another-client");
        refusedWith(401);
        anOperator();
        provider.claim("iss", "https://evil.example");
        refusedWith(401);
        anOperator();
        provider.claim("exp", 1);
        refusedWith(401);
        anOperator();
        provider.signWith(Forge.rsa());
        refusedWith(401);
    }

    @Test
    void theProvidersRefusalIsShown() {
        Visitor visitor = new Visitor(gateway);
        String real = atProvider(visitor, "/portal/oidc/login").toString();
        assertRefused(visitor, URI.create(real.replaceAll("code=[^&]*", "error=access_denied")), 403);
    }

    @Test
    void theLoginLeadsNowhereElse() {
        Visitor visitor = new Visitor(gateway);
        var page = comeBack(visitor, atProvider(visitor, "/portal/oidc/login?next=https%3A%2F%2Fevil.example"));
        assertThat(page.body()).contains("content=\"0;url=/portal\"").doesNotContain("evil");
    }

    @Test
    void aProviderThatIsDownIsSaidAndAskedAgain() {
        try (Gateway lonely = Gateway.start(Map.of(
                "SLUICE_OIDC_ISSUER", "http://127.0.0.1:1",
                "SLUICE_OIDC_CLIENT_ID", "x",
                "SLUICE_OIDC_OPERATORS", "y"))) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(new Visitor(lonely).get("/portal/oidc/login").statusCode())
                        .isEqualTo(503);
            }
            assertThat(new Visitor(lonely).get("/portal/login").statusCode()).isEqualTo(200);
        }
    }

    private void refusedWith(int status) {
        Visitor visitor = new Visitor(gateway);
        assertRefused(visitor, atProvider(visitor, "/portal/oidc/login"), status);
    }

    private static void assertRefused(Visitor visitor, URI callback, int status) {
        assertThat(comeBack(visitor, callback).statusCode())
                .as(callback.getQuery())
                .isEqualTo(status);
        assertThat(visitor.cookie("sluice_session")).isEmpty();
    }

    /** Follows the browser to the provider and answers where that sends it back to. */
    private static URI atProvider(Visitor visitor, String from) {
        var away = visitor.get(from);
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.headers().firstValue("set-cookie").orElseThrow())
                .contains("SameSite=Lax", "HttpOnly", "Path=/portal/oidc");
        try {
            HttpResponse<String> sent = HTTP.send(
                    HttpRequest.newBuilder(URI.create(
                                    away.headers().firstValue("location").orElseThrow()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(sent.statusCode()).isEqualTo(302);
            return URI.create(sent.headers().firstValue("location").orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> comeBack(Visitor visitor, URI callback) {
        return visitor.get(callback.getRawPath() + "?" + callback.getRawQuery());
    }
}
