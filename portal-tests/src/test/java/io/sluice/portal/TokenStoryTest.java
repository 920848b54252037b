package io.sluice.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenStoryTest {

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
    void aTokenIsShownOnceWithItsUrlAndCopied() {
        page.locator("#idp").selectOption("entra");
        page.locator("#generate button[type=submit]").click();
        assertThat(page.locator("#generate-confirm")).containsText("Entra ID");
        page.locator("#generate-confirm [data-submits]").click();
        String token = page.locator("#issued-secret").inputValue();
        page.locator("button[data-copies=issued-secret]").click();
        assertThat(page.locator("button[data-copies=issued-secret]")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(token);
        assertThat(page.locator("#issued-url").inputValue())
                .isEqualTo(desk.scim(token).base());
        assertThat(desk.scim(token).get("/Users").status()).isEqualTo(200);
        page.reload();
        assertThat(page.locator("#issued")).hasCount(0);
        assertThat(page.content()).doesNotContain(token);
        assertThat(page.locator("#tokens")).containsText(token.substring(token.length() - 4));
    }

    @Test
    void aThirdTokenIsRefusedWithTheReason() {
        desk.generate(page, "okta");
        desk.generate(page, "okta");
        page.locator("#idp").selectOption("okta");
        page.locator("#generate button[type=submit]").click();
        page.locator("#generate-confirm [data-submits]").click();
        assertThat(page.locator(".notice.bad")).containsText("There are 2 tokens for Okta already");
        // The answer is a 409, which the browser notes.
        desk.forgetErrors();
    }

    @Test
    void anInactiveTokenCutsARunningClientOff() {
        String token = desk.generate(page, "onelogin");
        assertThat(desk.scim(token).get("/Users").status()).isEqualTo(200);
        choose("OneLogin", "Set to Inactive");
        assertThat(row("OneLogin")).containsText("Inactive");
        assertThat(desk.scim(token).get("/Users").status()).isEqualTo(401);
        choose("OneLogin", "Set to Active");
        assertThat(desk.scim(token).get("/Users").status()).isEqualTo(200);
    }

    @Test
    void renewingGivesANewSecretAndEndsTheOldOne() {
        String old = desk.generate(page, "google");
        choose("Google", "Renew");
        page.locator("dialog[open] button:has-text('Renew')").click();
        String renewed = page.locator("#issued-secret").inputValue();
        page.locator("#issued [data-closes]").click();
        assertThat(desk.scim(old).get("/Users").status()).isEqualTo(401);
        assertThat(desk.scim(renewed).get("/Users").status()).isEqualTo(200);
    }

    @Test
    void removingAsksAndThenEndsTheToken() {
        String token = desk.generate(page, "pingone");
        choose("PingOne", "Remove");
        page.locator("dialog[open] button:has-text('Cancel')").click();
        assertThat(desk.scim(token).get("/Users").status()).isEqualTo(200);
        choose("PingOne", "Remove");
        page.locator("dialog[open] button.danger").click();
        assertThat(row("PingOne")).hasCount(0);
        assertThat(desk.scim(token).get("/Users").status()).isEqualTo(401);
    }

    @Test
    void theTableNoticesWhatIsDoneElsewhere() {
        page.locator("body[data-connected]").waitFor();
        desk.gateway().token("acme", io.sluice.gateway.control.Idp.SAILPOINT);
        assertThat(row("SailPoint")).containsText("Active");
    }

    @Test
    void anOAuthClientIsMadeWithItsSecret() {
        page.locator("[data-opens=client-new]").click();
        page.locator("#client-new select[name=idp]").selectOption("entra");
        page.locator("#client-new input[name=name]").fill("Gallery app");
        page.locator("#client-new button:has-text('Generate')").click();
        assertThat(page.locator("#issued-secret").inputValue()).startsWith("sls_");
        page.locator("#issued [data-closes]").click();
        assertThat(page.locator("#clients")).containsText("Gallery app");
    }

    private Locator row(String vendor) {
        return page.locator("#tokens tbody tr", new Page.LocatorOptions().setHasText(vendor));
    }

    private void choose(String vendor, String item) {
        row(vendor).locator("button.opens").click();
        page.locator(".menu:popover-open button", new Page.LocatorOptions().setHasText(item))
                .click();
    }
}
