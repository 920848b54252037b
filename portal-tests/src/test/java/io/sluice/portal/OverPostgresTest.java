package io.sluice.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import io.sluice.postgres.server.TestDatabase;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main story, and a group of 100,000, on the store that is used in production. */
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverPostgresTest {

    private static final int MANY = 100_000;
    private static final int MOST_STATEMENTS = 8;

    private TestDatabase database;
    private StatementCounter counter;
    private Desk desk;
    private Page page;

    @BeforeAll
    void open() {
        database = TestDatabase.create();
        counter = new StatementCounter(database.uri());
        desk = new Desk(Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", counter.uri()));
    }

    @AfterAll
    void close() {
        desk.close();
        counter.close();
    }

    @BeforeEach
    void logIn() {
        page = desk.logIn("en-US", ColorScheme.LIGHT);
    }

    @AfterEach
    void logOut() {
        page.context().close();
        desk.expectNoErrors();
    }

    @Test
    void fromTheFirstTokenToTheRemovedOne() {
        Client entra = desk.scim(desk.generate(page, "entra"));
        page.navigate("/portal/t/acme/setup/entra");
        page.locator("body[data-connected]").waitFor();
        entra.get("/Users?filter=userName%20eq%20%22test-connection%22").expect(200);
        assertThat(page.locator("#sign .good")).containsText("Received");

        page.navigate("/portal/t/acme/activity");
        page.locator("body[data-connected]").waitFor();
        String id = entra.post("/Users", SyncStoryTest.person("durable", "ext-durable"))
                .expect(201)
                .at("/id");
        assertThat(page.locator("#requests tbody tr").first()).containsText("POST /Users");
        entra.patch("/Users/" + id, """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations":[{"op":"replace","path":"displayName","value":"Durable Two"}]}""").expect(200);

        page.navigate("/portal/t/acme/users");
        page.locator("input[name=q]").fill("ext-durable");
        page.locator("[role=search] button").click();
        page.locator("main table a").click();
        assertThat(page.locator("h1")).hasText("Durable Two");
        assertThat(page.locator("main")).containsText("Person durable");

        page.navigate("/portal/t/acme/provisioning");
        choose("Set to Inactive");
        assertThat(row()).containsText("Inactive");
        assertThat(entra.get("/Users").status()).isEqualTo(401);
        choose("Set to Active");
        assertThat(entra.get("/Users").status()).isEqualTo(200);
        choose("Renew");
        page.locator("dialog[open] input[value='60']").check();
        page.locator("dialog[open] button:has-text('Renew')").click();
        Client renewed = desk.scim(page.locator("#issued-secret").inputValue());
        page.locator("#issued [data-closes]").click();
        assertThat(entra.get("/Users").status()).isEqualTo(200);
        assertThat(renewed.get("/Users").status()).isEqualTo(200);
        choose("Remove");
        page.locator("dialog[open] button.danger").click();
        assertThat(row()).hasCount(0);
        assertThat(entra.get("/Users").status()).isEqualTo(401);
        assertThat(renewed.get("/Users").status()).isEqualTo(401);

        page.navigate("/portal/t/acme/audit?idp=entra");
        for (String action : new String[] {"Created", "Disabled", "Enabled", "Renewed", "Deleted"}) {
            assertThat(page.locator("main tbody")).containsText("SCIM Token " + action);
        }
    }

    @Test
    void aGroupOfAHundredThousandOpensLikeASmallOne() {
        Client okta = desk.scim(desk.gateway().token("acme", Idp.OKTA));
        String small = group(okta, "A small group");
        String large = group(okta, "Everybody");
        LargeGroup.fill(database, large, MANY);
        page.navigate("about:blank");

        long ofSmall = leastStatements("/portal/t/acme/groups/" + small);
        long ofLarge = leastStatements("/portal/t/acme/groups/" + large);

        assertThat(ofLarge).isEqualTo(ofSmall).isBetween(1L, (long) MOST_STATEMENTS);
        page.navigate("/portal/t/acme/groups/" + large);
        assertThat(page.locator("h1")).hasText("Everybody");
        Locator members = page.locator("section[aria-labelledby=members-title] tbody tr");
        assertThat(members).hasCount(100);
        String first = members.first().textContent();
        page.locator("a[rel=next]").click();
        assertThat(members).hasCount(100);
        assertThat(members.first()).not().hasText(first);
        page.locator("nav.more a").first().click();
        assertThat(members.first()).hasText(first);
    }

    /** Of several loads the least, because the gateway also works by itself now and then. */
    private long leastStatements(String path) {
        return IntStream.range(0, 5)
                .mapToLong(time -> {
                    long before = counter.statements();
                    assertThat(page.request().get(path).status()).isEqualTo(200);
                    return counter.statements() - before;
                })
                .min()
                .orElseThrow();
    }

    private static String group(Client client, String name) {
        return client.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}""".formatted(name)).expect(201).at("/id");
    }

    private Locator row() {
        return page.locator("#tokens tbody tr", new Page.LocatorOptions().setHasText("Entra ID"));
    }

    private void choose(String item) {
        row().locator("button.opens").click();
        page.locator(".menu:popover-open button", new Page.LocatorOptions().setHasText(item))
                .click();
    }
}
