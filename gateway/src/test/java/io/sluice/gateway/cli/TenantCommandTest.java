package io.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.cli.Shell.Done;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TenantCommandTest {

    @TempDir
    static Path data;

    private final Gateway gateway = Gateway.start();
    private Shell shell;

    @BeforeAll
    void makeShell() {
        shell = new Shell(gateway.url(), data);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void disableAndEnableSwitchProvisioningAndPrintTheTenantAsJson() {
        Client scim = gateway.tenant("switched");
        scim.post("/Users", Bodies.user("one")).expect(201);

        Done off = shell.run("tenant", "disable", "switched", "--json");
        assertThat(off.code()).isZero();
        assertThat(off.err()).isEmpty();
        assertThat(off.json().path("id").asText()).isEqualTo("switched");
        assertThat(off.json().path("provisioningEnabled").asBoolean(true)).isFalse();
        scim.get("/Users").expect(403);

        Done on = shell.run("tenant", "enable", "switched", "--json");
        assertThat(on.code()).isZero();
        assertThat(on.json().path("provisioningEnabled").asBoolean(false)).isTrue();
        scim.get("/Users").expect(200);

        assertThat(shell.run("tenant", "disable", "switched").out())
                .isEqualToIgnoringNewLines("Provisioning of tenant switched is off.");
        assertThat(shell.run("tenant", "enable", "switched").out())
                .isEqualToIgnoringNewLines("Provisioning of tenant switched is on.");
    }

    @Test
    void removeWantsTheIdTwiceAndPrintsWhatItRemovedAsJson() {
        gateway.tenant("leaving");
        assertThat(shell.run("tenant", "remove", "leaving", "--json").code())
                .as("wrong usage")
                .isEqualTo(2);
        Done mistaken = shell.run("tenant", "remove", "leaving", "--confirm", "leavin", "--json");
        assertThat(mistaken.code()).isEqualTo(1);
        assertThat(mistaken.out()).isEmpty();
        assertThat(mistaken.err()).startsWith("sluice: ").contains("confirm");
        gateway.admin().get("/tenants/leaving").expect(200);

        Done removed = shell.run("tenant", "remove", "leaving", "--confirm", "leaving", "--json");
        assertThat(removed.code()).isZero();
        assertThat(removed.json().path("removed").asText()).isEqualTo("leaving");
        gateway.admin().get("/tenants/leaving").expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable", "disable"})
    void aTenantThatIsNotThereIsSaidOnTheErrorStream(String command) {
        Done refused = shell.run("tenant", command, "nobody", "--json");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isEqualToIgnoringNewLines("sluice: There is no tenant nobody.");
    }

    @Test
    void setChangesWhatIsNamedAndBackToTheDefaults() {
        gateway.tenant("settings");
        Done set = shell.run(
                "tenant", "set", "settings", "--audit-retention", "400", "--rate-limit", "30", "--name", "Acme");
        assertThat(set.code()).isZero();
        assertThat(set.out())
                .isEqualToIgnoringNewLines(
                        "Tenant settings: name Acme, rate limit 30 per second, audit events kept 400 days.");

        JsonNode back = shell.run("tenant", "set", "settings", "--audit-retention", "default", "--json")
                .json();
        assertThat(back.path("auditRetentionDays").isNull()).isTrue();
        assertThat(back.path("rateLimit").asInt()).as("not named").isEqualTo(30);
        assertThat(shell.run("tenant", "set", "settings", "--rate-limit", "none")
                        .out())
                .contains("rate limit none, audit events kept as long as the default says.");
    }

    @ParameterizedTest
    @CsvSource({
        "--audit-retention,0,1",
        "--audit-retention,36501,1",
        "--rate-limit,24,1",
        "--audit-retention,ever,2",
        "--rate-limit,-3,2"
    })
    void aValueOutOfBoundsChangesNothing(String option, String value, int code) {
        String slug = "bounds-" + code + value.length() + option.length();
        gateway.tenant(slug);
        Done refused = shell.run("tenant", "set", slug, option, value);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.err())
                .contains(code == 1 ? option + " must be" : option)
                .doesNotContain("null")
                .contains(option.equals("--rate-limit") ? "none" : "default");
        assertThat(gateway.admin().get("/tenants/" + slug).expect(200).json()).allMatch(field -> !field.isNumber());
    }

    @Test
    void setWithoutASettingIsWrongUsage() {
        assertThat(shell.run("tenant", "set", "settings").code()).isEqualTo(2);
    }
}
