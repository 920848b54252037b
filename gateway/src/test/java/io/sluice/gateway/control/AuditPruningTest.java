package io.sluice.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditEvent;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is left in the trails of three tenants: one keeps its events briefly, one long, one has no setting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditPruningTest {

    private final Gateway gateway = Gateway.start();
    private final Instant now = Instant.now();

    @BeforeAll
    void makeTenants() {
        gateway.tenant("brief");
        gateway.tenant("lasting");
        gateway.tenant("unset");
        Client admin = gateway.admin();
        admin.patch("/tenants/brief", "{\"auditRetentionDays\":30}").expect(200);
        admin.patch("/tenants/lasting", "{\"auditRetentionDays\":400}").expect(200);
        for (String tenant : List.of("brief", "lasting", "unset", AuditEvent.SYSTEM)) {
            for (int days : new int[] {20, 100, 500}) {
                append(tenant, days);
            }
        }
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void theTenantsSettingRulesAndTheDefaultRulesTheOthers() {
        prune(Duration.ZERO);
        assertThat(left("brief")).containsExactly("User/20");
        assertThat(left("lasting")).containsExactly("User/20", "User/100");
        assertThat(left("unset")).as("kept for ever").containsExactly("User/20", "User/100", "User/500");

        prune(Duration.ofDays(200));
        assertThat(left("lasting")).as("longer than the default").containsExactly("User/20", "User/100");
        assertThat(left("unset")).containsExactly("User/20", "User/100");
        assertThat(gateway.admin().get("/audit?limit=1000").expect(200).text())
                .as("the trail of the system")
                .contains("User/20", "User/100")
                .doesNotContain("User/500");
    }

    private void prune(Duration standard) {
        Gateway.await(new AuditPruning(gateway.node().control(), standard).run(now));
    }

    private List<String> left(String tenant) {
        return gateway
                .admin()
                .get("/tenants/" + tenant + "/audit?limit=1000")
                .expect(200)
                .json()
                .findValuesAsText("target")
                .stream()
                .filter(target -> target.startsWith("User/"))
                .toList();
    }

    private void append(String tenant, int days) {
        Gateway.await(gateway.node()
                .control()
                .audit()
                .append(new AuditEvent(
                        UUID.randomUUID().toString(),
                        now.minus(Duration.ofDays(days)),
                        tenant,
                        "User Created",
                        "okta",
                        "t-1",
                        "User/" + days,
                        "success",
                        "r",
                        "192.0.2.1",
                        List.of())));
    }
}
