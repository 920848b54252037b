package io.sluice.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperatorStoryTest {

    private Desk desk;
    private Page page;

    @BeforeAll
    void open() {
        desk = new Desk();
    }

    @AfterAll
    void close() {
        desk.close();
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
    void anAdministratorIsAddedAndGetsAnApiKeyThatWorks() {
        page.navigate("/portal/administrators");
        page.locator("[data-opens=administrator-new]").click();
        page.locator("#administrator-new input[name=name]").fill("tom@example.com");
        page.locator("#administrator-new input[name=password]").fill(Desk.PASSWORD);
        page.locator("#administrator-new input[name=tenant][value=acme]").check();
        page.locator("#administrator-new footer button").last().click();
        assertThat(page.locator(".notice.good")).containsText("added");
        page.locator("main tbody tr", new Page.LocatorOptions().setHasText("tom@example.com"))
                .locator("button.opens")
                .click();
        page.locator(".menu:popover-open a").first().click();
        assertThat(page.locator("h1")).hasText("API keys of tom@example.com");
        page.locator("[data-opens=key-new]").click();
        page.locator("#key-new input[name=name]").fill("terraform");
        page.locator("#key-new footer button").last().click();
        Client tom = new Client(
                desk.gateway().url() + "/admin/v1",
                page.locator("#issued-secret").inputValue());
        assertThat(tom.get("/tenants/acme/tokens").status()).isEqualTo(200);
        assertThat(tom.get("/system").status()).isEqualTo(403);
        page.locator("#issued [data-closes]").click();
        assertThat(page.locator("main tbody")).containsText("terraform");
    }

    @Test
    void theSystemPageShowsWhatIsServed() {
        Client entra = desk.scim(desk.gateway().token("acme", Idp.ENTRA));
        page.navigate("/portal/system");
        assertThat(page.locator("#state tbody").last()).containsText("Ready");
        for (int i = 0; i < 30; i++) {
            entra.get("/Users?count=0").expect(200);
        }
        // Thirty within a minute are half a request in a second, more when other tests ask too.
        assertThat(page.locator("#state tbody tr").first().locator("td").nth(2))
                .hasText(java.util.regex.Pattern.compile("0\\.[1-9]|[1-9].*"));
        assertThat(page.locator("canvas")).isVisible();
    }

    @Test
    void onANarrowScreenTheMenusOpenAndNothingIsWiderThanTheScreen() {
        page.setViewportSize(390, 844);
        for (String path : new String[] {"provisioning", "attributes", "users", "audit", "activity"}) {
            page.navigate("/portal/t/acme/" + path);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
        assertThat(page.locator("#navigation")).isHidden();
        page.locator("[popovertarget=navigation]").click();
        page.locator("#navigation a", new Page.LocatorOptions().setHasText("User groups"))
                .click();
        assertThat(page.locator("h1")).hasText("User groups");
        page.locator("[popovertarget=tools]").click();
        page.locator("select[name=language]").selectOption("fr");
        assertThat(page.locator("h1")).hasText("Groupes d'utilisateurs");
    }
}
