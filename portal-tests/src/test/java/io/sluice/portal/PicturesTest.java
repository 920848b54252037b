package io.sluice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pictures of docs/portal.md. They are written to {@code target/pictures}; {@code -Dportal.pictures=../docs/portal} puts new
 * ones into the documentation.
 */
@ExtendWith(Chromium.class)
final class PicturesTest {

    private static final Path FOLDER = Path.of(System.getProperty("portal.pictures", "target/pictures"));

    @Test
    void theMainPages() {
        try (Desk desk = new Desk()) {
            Page login = desk.newPage("en-US", ColorScheme.LIGHT);
            login.navigate("/portal/login");
            shoot(login, "login");
            List<String> ids = Sample.fill(desk);
            Page page = desk.logIn("en-US", ColorScheme.LIGHT);
            shoot(page, "provisioning");
            page.locator("#tokens button.opens").first().click();
            shoot(page, "token-menu");
            page.keyboard().press("Escape");
            desk.generate(page, "jumpcloud");
            page.locator("#idp").selectOption("jumpcloud");
            page.locator("#generate button[type=submit]").click();
            shoot(page, "generate");
            page.locator("#generate-confirm [data-submits]").click();
            page.locator("#issued").waitFor();
            // What is shown here must not look like a secret that works.
            page.evaluate("document.getElementById('issued-secret').value = 'slc_' + 'x'.repeat(40)");
            shoot(page, "issued");
            visit(page, "setup", "/portal/t/acme/setup/entra");
            visit(page, "attributes", "/portal/t/acme/attributes");
            visit(page, "users", "/portal/t/acme/users");
            visit(page, "user", "/portal/t/acme/users/" + ids.get(0));
            visit(page, "group", "/portal/t/acme/groups/" + ids.get(1));
            visit(page, "audit", "/portal/t/acme/audit");
            visit(page, "activity", "/portal/t/acme/activity");
            page.navigate("/portal/t/acme/activity?outcome=failure");
            page.locator("#requests tbody tr a").first().click();
            shoot(page, "failure");
            visit(page, "tenants", "/portal/tenants");
            visit(page, "administrators", "/portal/administrators");
            visit(page, "system-audit", "/portal/audit");
            visit(page, "system", "/portal/system");
            page.setViewportSize(390, 844);
            visit(page, "narrow-activity", "/portal/t/acme/activity");
            visit(page, "narrow-users", "/portal/t/acme/users");
            page.locator("[popovertarget=navigation]").click();
            shoot(page, "narrow-menu");
            Page dark = desk.logIn("ja-JP", ColorScheme.DARK);
            visit(dark, "provisioning-ja-dark", "/portal/t/acme/provisioning");
            Page french = desk.logIn("fr-FR", ColorScheme.LIGHT);
            visit(french, "audit-fr", "/portal/t/acme/audit");
            desk.expectNoErrors();
        }
        assertThat(FOLDER.resolve("audit-fr.png")).isNotEmptyFile();
    }

    private static void visit(Page page, String name, String path) {
        page.navigate(path);
        shoot(page, name);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
