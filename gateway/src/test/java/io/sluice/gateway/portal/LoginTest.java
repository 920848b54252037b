package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Gateway;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginTest {

    private static final AdministratorRole OPERATOR = new AdministratorRole.Operator();

    private Gateway gateway;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        gateway.tenant("acme");
        gateway.tenant("other");
        Visitor.administrator(gateway, "jane", OPERATOR);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLoginAndBackAfterwards() {
        Visitor visitor = new Visitor(gateway);
        var sent = visitor.get("/portal/t/acme/audit?idp=entra");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("location"))
                .contains("/portal/login?next=%2Fportal%2Ft%2Facme%2Faudit%3Fidp%3Dentra");
        var back = visitor.post(
                "/portal/login",
                Map.of("name", "jane", "password", Visitor.PASSWORD, "next", "/portal/t/acme/audit?idp=entra"));
        assertThat(back.headers().firstValue("location")).contains("/portal/t/acme/audit?idp=entra");
    }

    @Test
    void whoseSessionHasEndedIsToldSo() {
        Visitor visitor = new Visitor(gateway);
        visitor.setCookie("sluice_session", "of.another.time");
        String location = visitor.get("/portal/t/acme/users")
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(location).isEqualTo("/portal/login?next=%2Fportal%2Ft%2Facme%2Fusers&ended=true");
        assertThat(visitor.get(location).body()).contains("nothing was done for a while");
    }

    @Test
    void anotherLanguageKeepsTheFilters() {
        Visitor visitor = Visitor.loggedIn(gateway, "linguist", new AdministratorRole.Operator());
        String page = visitor.get("/portal/t/acme/audit?idp=entra&outcome=failure&said=saved")
                .body();
        assertThat(page).contains("name=\"back\" value=\"/portal/t/acme/audit?idp=entra&amp;outcome=failure\"");
    }

    @Test
    void theLoginLeadsNowhereElse() {
        Visitor visitor = new Visitor(gateway);
        var answer = visitor.post(
                "/portal/login", Map.of("name", "jane", "password", Visitor.PASSWORD, "next", "https://evil.example/"));
        assertThat(answer.headers().firstValue("location")).contains("/portal");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Visitor visitor = new Visitor(gateway);
        var answer = visitor.logIn("jane", Visitor.PASSWORD);
        assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/portal")
                .doesNotContain("Secure");
    }

    @Test
    void behindHttpsTheCookieTravelsOnHttpsOnly() {
        try (Gateway secure = Gateway.start(Map.of("SLUICE_HTTP_PUBLIC_URL", "https://scim.example.com"))) {
            Visitor.administrator(secure, "jane", OPERATOR);
            var answer = new Visitor(secure).logIn("jane", Visitor.PASSWORD);
            assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).contains("; Secure");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownNameReadTheSame() {
        Visitor visitor = new Visitor(gateway);
        var wrong = visitor.logIn("jane", "wrong password here");
        var unknown = visitor.logIn("nobody", "wrong password here");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replace("nobody", "jane")).isEqualTo(wrong.body());
    }

    @Test
    void aCopyOfTheCookieOpensNothingAfterTheLogout() {
        Visitor visitor = new Visitor(gateway);
        visitor.logIn("jane", Visitor.PASSWORD);
        String copy = visitor.cookie("sluice_session").orElseThrow();
        visitor.get("/portal/tenants");
        assertThat(visitor.post("/portal/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.cookie("sluice_session")).isEmpty();
        visitor.setCookie("sluice_session", copy);
        assertThat(visitor.get("/portal/tenants").statusCode()).isEqualTo(303);
    }

    @Test
    void aForgedCookieOpensNothing() {
        Visitor visitor = new Visitor(gateway);
        visitor.logIn("jane", Visitor.PASSWORD);
        String real = visitor.cookie("sluice_session").orElseThrow();
        visitor.setCookie("sluice_session", real.substring(0, real.length() - 2) + "AA");
        assertThat(visitor.get("/portal/tenants").statusCode()).isEqualTo(303);
    }

    @Test
    void whoHasBeenRemovedIsOutWithTheNextRequest() {
        Visitor visitor = Visitor.loggedIn(gateway, "leaver", OPERATOR);
        assertThat(visitor.get("/portal/tenants").statusCode()).isEqualTo(200);
        Gateway.await(gateway.node()
                .control()
                .administrators()
                .remove("leaver", new io.sluice.core.control.Actor("tester", "admin", "127.0.0.1")));
        assertThat(visitor.get("/portal/tenants").statusCode()).isEqualTo(303);
    }

    @Test
    void anAdministratorOfOneTenantSeesNothingOfAnother() {
        Visitor visitor = Visitor.loggedIn(gateway, "tom", new AdministratorRole.TenantAdministrator(Set.of("acme")));
        assertThat(visitor.get("/portal").headers().firstValue("location")).contains("/portal/t/acme/provisioning");
        assertThat(visitor.get("/portal/t/acme/users").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/portal/t/other/users").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/portal/t/nowhere/users").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/portal/tenants").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/portal/system").statusCode()).isEqualTo(404);
    }
}
