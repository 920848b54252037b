package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Gateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question to the audit trail is answered as it was asked, or not at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditPageTest {

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
    @CsvSource(
            delimiter = '|',
            value = {
                "outcom=failure | en | a parameter &#34;outcom&#34;, which there is not here. There are: from, to",
                "outcom=failure | fr | un paramètre « outcom » qui n&#39;existe pas ici",
                "outcom=failure | ja | パラメーター「outcom」はここにはありません",
                "from=yesterday | en | &#34;from&#34; must be a time such as 2026-01-31T08:00:00Z.",
                "to=2026-13-01T00:00:00Z | fr | « to » doit être une date et une heure",
                "outcome=Success | en | no outcome &#34;Success&#34;; there are: success, failure.",
                "actor=a&actor=b | ja | 「actor」が複数回あります",
            })
    void whatIsWrongWithTheAddressIsSaidInTheReadersLanguage(String query, String language, String words) {
        for (String address : new String[] {
            "/portal/t/acme/audit", "/portal/audit", "/portal/t/acme/audit/export.csv", "/portal/audit/export.ndjson"
        }) {
            HttpResponse<String> answer = visitor.get(address + "?" + query, "Accept-Language", language);
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(unescaped(answer.body())).contains(unescaped(words));
        }
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertThat(visitor.get("/portal/t/acme/audit?cursor=rubbish", "Accept-Language", "fr")
                        .body())
                .contains("Recommencez à la première page");
        assertThat(visitor.get("/portal/audit?cursor=rubbish").statusCode()).isEqualTo(400);
    }

    @Test
    void fieldsThatAreEmptyOrRightNarrowTheListAsBefore() {
        String form = "from=&to=&action=&idp=&outcome=&actor=&target=";
        assertThat(visitor.get("/portal/t/acme/audit?" + form).statusCode()).isEqualTo(200);
        HttpResponse<String> narrowed = visitor.get(
                "/portal/t/acme/audit?from=2020-01-31T08:00:00Z&to=&action=SCIM%20Token%20Created&outcome=success");
        assertThat(narrowed.statusCode()).isEqualTo(200);
        assertThat(visitor.get("/portal/t/acme/audit/export.csv?outcome=success")
                        .statusCode())
                .isEqualTo(200);
    }

    /** However a template writes them. */
    private static String unescaped(String html) {
        return html.replace("&#34;", "\"").replace("&#39;", "'").replace("&quot;", "\"");
    }
}
