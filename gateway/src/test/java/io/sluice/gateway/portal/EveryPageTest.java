package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Gateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryPageTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Gateway gateway;
    private Visitor visitor;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        gateway.tenant("acme");
        visitor = Visitor.loggedIn(gateway, "jane", new AdministratorRole.Operator());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/t/acme/provisioning",
                "/portal/t/acme/provisioning/tokens",
                "/portal/t/acme/setup/entra",
                "/portal/t/acme/setup/okta",
                "/portal/t/acme/setup/onelogin",
                "/portal/t/acme/setup/jumpcloud",
                "/portal/t/acme/setup/pingone",
                "/portal/t/acme/setup/google",
                "/portal/t/acme/setup/sailpoint",
                "/portal/t/acme/setup/generic",
                "/portal/t/acme/attributes",
                "/portal/t/acme/users",
                "/portal/t/acme/groups",
                "/portal/t/acme/audit",
                "/portal/t/acme/activity",
                "/portal/tenants",
                "/portal/administrators",
                "/portal/administrators/jane/keys",
                "/portal/audit",
                "/portal/system/state",
                "/portal/system",
                "/portal/account"
            })
    void answersInEveryLanguageUnderTheStrictPolicy(String path) {
        for (String language : new String[] {"en", "fr", "ja"}) {
            var answer = visitor.get(path, "Accept-Language", language);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-security-policy")).contains(POLICY);
            assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
            assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
            assertThat(answer.body())
                    .doesNotContain(" style=", "<style", "javascript:", " onclick=", " onload=")
                    .doesNotContainPattern("<script(?! src=)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal/login", "/portal/nothing", "/portal/t/acme/users/none", "/portal/t/%2e%2e/x"})
    void pagesThatSayNoAreUnderThePolicyToo(String path) {
        assertThat(new Visitor(gateway).get(path).headers().firstValue("content-security-policy"))
                .contains(POLICY);
        assertThat(visitor.get(path).headers().firstValue("content-security-policy"))
                .contains(POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "zz-*", "ja;q=0.1, fr;q=0.9"})
    void theBrowsersLanguageIsTakenWhenThePortalSpeaksIt(String header) {
        String expected = header.contains("fr") ? "lang=\"fr\"" : "lang=\"en\"";
        assertThat(visitor.get("/portal/account", "Accept-Language", header).body())
                .contains("<html " + expected);
    }
}
