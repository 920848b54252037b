package io.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.cli.Shell.Done;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenCommandTest {

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
    void refusalsOfRenewalsNameOptionsAndNoFields() {
        gateway.tenant("renewed");
        String id = id("renewed");
        assertThat(renew("renewed", id, "--overlap-minutes", "20000").err())
                .startsWith("sluice: --overlap-minutes must be from 0 to ");
        assertThat(renew("renewed", id, "--expires-in-days", "0").err())
                .startsWith("sluice: --expires-in-days must be from 1 to ");
        assertThat(renew("renewed", id, "--overlap-minutes", "60").code()).isZero();
        Done tooSoon = renew("renewed", id, "--overlap-minutes", "60");
        assertThat(tooSoon.code()).isEqualTo(1);
        assertThat(tooSoon.err())
                .contains("within the last 10 seconds", "as --last-four, or wait")
                .doesNotContain("lastFour");
        String lastFour = gateway.admin().get("/tenants/renewed/tokens").at("/items/0/lastFour");
        assertThat(renew("renewed", id, "--last-four", lastFour).err())
                .contains("(--overlap-minutes)")
                .doesNotContain("overlapMinutes");
    }

    @Test
    void anInactiveTokenIsRenewedAndSaidToBeInactive() {
        Client scim = gateway.tenant("inactive");
        String id = id("inactive");
        shell.run("token", "deactivate", "--tenant", "inactive", id);

        Done renewed = renew("inactive", id);

        assertThat(renewed.code()).isZero();
        assertThat(renewed.out())
                .contains("It is inactive, as it was before", "./sluice token activate --tenant inactive " + id);
        Client fresh = scim.as(renewed.out().replaceFirst("(?s).*(slc_[0-9A-Za-z]{36}).*", "$1"));
        fresh.get("/Users").expectError(401, "");
        assertThat(shell.run("token", "activate", "--tenant", "inactive", id).code())
                .isZero();
        scim.get("/Users").expectError(401, "");
        fresh.get("/Users").expect(200);
    }

    @Test
    void onlyAsciiDigitsAreNumbers() {
        for (String number : new String[] {"\uff11\uff10", "\u0661", "ten", "1.5", "99999999999"}) {
            Done done = shell.run("token", "generate", "--expires-in-days", number);
            assertThat(done.code()).as(number).isEqualTo(2);
            assertThat(done.err())
                    .startsWith("sluice: Invalid value for option '--expires-in-days'")
                    .contains(number, "whole number");
        }
    }

    private Done renew(String tenant, String id, String... options) {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"token", "renew", "--tenant", tenant, id}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return shell.run(all);
    }

    private String id(String tenant) {
        return gateway.admin().get("/tenants/" + tenant + "/tokens").at("/items/0/id");
    }
}
