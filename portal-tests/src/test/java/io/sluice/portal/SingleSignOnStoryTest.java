package io.sluice.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.gateway.portal.StubProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Through an OpenID provider and back. The gateway is opened as {@code localhost} and the provider as {@code 127.0.0.1}: to the
 * browser they are two sites, as they are in production, so that its rules for cookies apply.
 */
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SingleSignOnStoryTest {

    private final StubProvider provider = new StubProvider();
    private Desk desk;

    @BeforeAll
    void open() {
        desk = new Desk(Map.of(
                "SLUICE_OIDC_ISSUER",
                provider.issuer(),
                "SLUICE_OIDC_CLIENT_ID",
                StubProvider.CLIENT,
                "SLUICE_OIDC_CLIENT_SECRET",
                StubProvider.SECRET,
                "SLUICE_OIDC_OPERATORS",
                "sluice-operators"));
    }

    @AfterAll
    void close() {
        desk.close();
        provider.close();
    }

    @Test
    void theButtonLeadsToTheProviderAndBackToThePageThatWasWanted() {
        provider.person("ada@example.com", "sluice-operators");
        String portal = "http://localhost:" + desk.gateway().port() + "/portal";
        Page page = desk.newPage("en-US", ColorScheme.LIGHT);
        page.navigate(portal + "/t/acme/users");
        assertThat(Axe.violations(page)).isEmpty();
        Desk.press(page, "Log in with single sign-on");
        page.waitForURL("**/portal/t/acme/users");
        assertThat(page.locator("h1")).hasText("Users");
        page.navigate(portal + "/account");
        assertThat(page.locator("main")).containsText("You came through single sign-on");
        assertThat(page.locator("input[type=password]")).hasCount(0);
        page.locator("form[action='/portal/logout'] button").click();
        page.waitForURL("**/portal/login");
        page.context().close();
        desk.expectNoErrors();
    }
}
