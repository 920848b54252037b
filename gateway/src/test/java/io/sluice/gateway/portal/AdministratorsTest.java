package io.sluice.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages on which operators look after administrators and their API keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdministratorsTest {

    private static final Pattern KEY = Pattern.compile("id=\"issued-secret\" value=\"([^\"]+)\"");

    private Gateway gateway;
    private Visitor jane;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        gateway.tenant("acme");
        gateway.tenant("beta");
        jane = Visitor.loggedIn(gateway, "jane", new AdministratorRole.Operator());
        jane.get("/portal/administrators");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aTenantAdministratorIsMadeAndSeesTheirTenantsAlone() {
        var made = jane.post(
                "/portal/administrators",
                Map.of("name", "tom", "password", Visitor.PASSWORD, "role", "tenant-admin", "tenant", "beta"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        Visitor tom = new Visitor(gateway);
        tom.logIn("tom", Visitor.PASSWORD);
        assertThat(tom.get("/portal/t/beta/users").statusCode()).isEqualTo(200);
        assertThat(tom.get("/portal/t/acme/users").statusCode()).isEqualTo(404);
        assertThat(tom.get("/portal/administrators").statusCode()).isEqualTo(404);
        assertThat(tom.get("/portal/audit").statusCode()).isEqualTo(404);

        jane.post("/portal/administrators/tom/role", Map.of("role", "operator"));
        assertThat(tom.get("/portal/t/acme/users").statusCode()).isEqualTo(200);

        jane.post("/portal/administrators/tom/remove", Map.of());
        assertThat(tom.get("/portal/t/beta/users").statusCode()).isEqualTo(303);
    }

    @Test
    void anOperatorSetsHowLongATenantsAuditTrailsAreKept() {
        String path = "/portal/tenants/beta/settings";
        assertThat(jane.post(path, Map.of("name", "Beta", "rateLimit", "", "auditRetentionDays", "90"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(jane.get("/portal/tenants").body()).contains("<td>90 days</td>", "<td>Default</td>");
        for (String wrong : Set.of("36501", "0", "2.5", "ever")) {
            var refused = jane.post(path, Map.of("name", "Beta", "auditRetentionDays", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("notice bad").contains("<td>90 days</td>");
        }
        jane.post(path, Map.of("name", "Beta", "rateLimit", "", "auditRetentionDays", ""));
        assertThat(jane.get("/portal/tenants").body()).doesNotContain("<td>90 days</td>");
        assertThat(jane.get("/portal/t/beta/audit").body()).contains("auditRetentionDays");
    }

    @Test
    void aWeakPasswordIsRefusedOnThePageItself() {
        var refused = jane.post(
                "/portal/administrators", Map.of("name", "weak", "password", "short", "role", "tenant-admin"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("notice bad").contains("id=\"administrator-new\"");
    }

    @Test
    void nobodyTakesTheirOwnAccountAway() {
        var refused = jane.post("/portal/administrators/jane/remove", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(jane.get("/portal/administrators").statusCode()).isEqualTo(200);
    }

    @Test
    void anApiKeyIsShownOnceWorksAndIsRemoved() {
        Visitor.administrator(gateway, "robot", new AdministratorRole.TenantAdministrator(Set.of("acme")));
        var made = jane.post("/portal/administrators/robot/keys", Map.of("name", "terraform", "days", "30"));
        Matcher shown = KEY.matcher(made.body());
        assertThat(shown.find()).isTrue();
        Client robot = new Client(gateway.url() + "/admin/v1", shown.group(1));
        robot.get("/tenants/acme/tokens").expect(200);

        String page = jane.get("/portal/administrators/robot/keys").body();
        assertThat(page).contains("terraform").doesNotContain(shown.group(1));
        Matcher id = Pattern.compile("id=\"remove-([0-9a-f-]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        jane.post("/portal/administrators/robot/keys/" + id.group(1) + "/remove", Map.of());
        assertThat(jane.get("/portal/administrators/robot/keys").body()).contains("There is no API key");
    }

    @Test
    void whatWasDoneStandsInTheAuditOfTheSystem() {
        Visitor.administrator(gateway, "noted", new AdministratorRole.Operator());
        assertThat(jane.get("/portal/audit?action=Administrator%20Created").body())
                .contains("Administrator/noted");
        var file = jane.get("/portal/audit/export.csv");
        assertThat(file.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"audit-system.csv\"");
        assertThat(file.body()).startsWith("id,time,action").contains("Administrator/noted");
        assertThat(jane.get("/portal/audit/export.exe").statusCode()).isEqualTo(404);
    }
}
