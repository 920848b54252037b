package io.sluice.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginStoryTest {

    private Desk desk;

    @BeforeAll
    void open() {
        desk = new Desk();
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void aWrongPasswordIsSaidPlainly() {
        Page page = desk.newPage("en-US", ColorScheme.LIGHT);
        page.navigate("/portal");
        page.locator("input[name=name]").fill("jane");
        page.locator("input[name=password]").fill("not the password");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("do not match");
        // The answer is a 401, which the browser notes.
        desk.forgetErrors();
        page.context().close();
    }

    @Test
    void theLanguageFollowsTheBrowserAndCanBeSwitched() {
        Page page = desk.logIn("fr-FR", ColorScheme.LIGHT);
        assertThat(page.locator("h1")).hasText("Provisionnement des utilisateurs");
        page.locator("select[name=language]").selectOption("ja");
        assertThat(page.locator("h1")).hasText("ユーザプロビジョニング");
        page.navigate("/portal/t/acme/users");
        assertThat(page.locator("h1")).hasText("ユーザ");
        page.context().close();
        desk.expectNoErrors();
    }

    @Test
    void timesAreInTheReadersZoneWithTheExactTimeOnHover() {
        Page page = desk.logIn("en-US", ColorScheme.LIGHT);
        desk.generate(page, "jumpcloud");
        page.navigate("/portal/t/acme/audit");
        var time = page.locator("main tbody time").first();
        assertThat(time.getAttribute("title")).endsWith("Z");
        assertThat(time.textContent()).doesNotContain("Z").containsPattern("(AM|PM)");
        page.context().close();
        desk.expectNoErrors();
    }

    @Test
    void theKeyboardAloneReachesTheMenuOfAToken() {
        Page page = desk.logIn("en-US", ColorScheme.LIGHT);
        desk.generate(page, "sailpoint");
        page.navigate("/portal/t/acme/provisioning");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.locator("#tokens button.opens").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".menu:popover-open button").first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".menu:popover-open button").nth(1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".menu:popover-open")).hasCount(0);
        page.context().close();
        desk.expectNoErrors();
    }

    @Test
    void theLogoutEndsIt() {
        Page page = desk.logIn("en-US", ColorScheme.LIGHT);
        page.locator("form[action='/portal/logout'] button").click();
        page.waitForURL("**/portal/login");
        page.navigate("/portal/t/acme/users");
        assertThat(page.locator("input[name=password]")).isVisible();
        page.context().close();
        desk.expectNoErrors();
    }

    @Test
    void whileProvisioningIsOffThePortalSaysSo() {
        Page page = desk.logIn("en-US", ColorScheme.LIGHT);
        page.navigate("/portal/tenants");
        page.locator("main button.opens").first().click();
        page.locator(".menu:popover-open button").first().click();
        page.navigate("/portal/t/acme/provisioning");
        assertThat(page.locator(".notice.warn").first()).containsText("Provisioning is switched off for Acme");
        page.navigate("/portal/tenants");
        page.locator("main button.opens").first().click();
        page.locator(".menu:popover-open button").first().click();
        page.context().close();
        desk.expectNoErrors();
    }
}
