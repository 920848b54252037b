package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two administrators look at the same table, and both press Renew. */
final class RenewalTest {

    @Test
    void theSecondOneIsToldAndTheFirstOnesSecretWorks() {
        try (Gateway gateway = Gateway.start()) {
            Client entra = gateway.tenant("acme");
            String token = gateway.admin().get("/tenants/acme/tokens").at("/items/0/id");
            String lastFour = entra.credential().substring(entra.credential().length() - 4);
            Visitor.administrator(gateway, "jane", new AdministratorRole.Operator());
            Visitor visitor = new Visitor(gateway);
            visitor.logIn("jane", Visitor.PASSWORD);
            String table = visitor.get("/portal/t/acme/provisioning").body();
            assertThat(table).contains("name=\"lastFour\" value=\"" + lastFour + "\"");
            Map<String, String> form = Map.of("overlap", "0", "lastFour", lastFour);
            String renew = "/portal/t/acme/provisioning/tokens/" + token + "/renew";

            HttpResponse<String> first = visitor.post(renew, form);
            HttpResponse<String> second = visitor.post(renew, form);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("renewed meanwhile").doesNotContain("issued-secret");
            assertThat(first.body()).doesNotContain("This token is inactive");
            String text = first.body().replaceFirst("(?s).*(slc_[0-9A-Za-z]{36}).*", "$1");
            entra.as(text).get("/Users").expect(200);
            entra.get("/Users").expectError(401, "");
            theTextOfAnInactiveTokenIsSaidToBeRefused(visitor, "/portal/t/acme/provisioning/tokens/" + token, text);
        }
    }

    private static void theTextOfAnInactiveTokenIsSaidToBeRefused(Visitor visitor, String token, String text) {
        visitor.post(token + "/state", Map.of("state", "inactive"));
        HttpResponse<String> renewed =
                visitor.post(token + "/renew", Map.of("overlap", "0", "lastFour", text.substring(text.length() - 4)));
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.body()).contains("This token is inactive", "slc_");
    }
}
