package io.sluice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing on any page, in any language, light or dark. */
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EverybodyCanUseItTest {

    private Desk desk;
    private List<String> ids;
    private final List<String> found = new ArrayList<>();

    @BeforeAll
    void open() {
        desk = new Desk();
        ids = Sample.fill(desk);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "fr-FR", "ja-JP"})
    void everyPage(String language) {
        Page page = still(desk.newPage(language, ColorScheme.LIGHT));
        page.navigate("/portal/login");
        check(page);
        page.context().close();
        Page inside = still(desk.logIn(language, ColorScheme.LIGHT));
        for (String path : pages()) {
            inside.navigate(path);
            check(inside);
        }
        dialogs(inside);
        narrow(inside);
        inside.context().close();
        List<String> violations = List.copyOf(found);
        found.clear();
        assertThat(violations).isEmpty();
        desk.expectNoErrors();
    }

    /** Colours change at once: half-way between two schemes there may be too little contrast. */
    private static Page still(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return page;
    }

    private List<String> pages() {
        String tenant = "/portal/t/acme/";
        return List.of(
                tenant + "provisioning",
                tenant + "setup/entra",
                tenant + "attributes",
                tenant + "users",
                tenant + "users?q=nobody-at-all",
                tenant + "users/" + ids.get(0),
                tenant + "groups",
                tenant + "groups/" + ids.get(1),
                tenant + "audit",
                tenant + "activity",
                "/portal/tenants",
                "/portal/administrators",
                "/portal/administrators/jane/keys",
                "/portal/audit",
                "/portal/system",
                "/portal/account");
    }

    private void dialogs(Page page) {
        page.navigate("/portal/t/acme/provisioning");
        page.locator("[data-opens=client-new]").click();
        check(page);
        page.keyboard().press("Escape");
        page.locator("#tokens button.opens").first().click();
        check(page);
    }

    /** As on a telephone, where tables and menus look different. */
    private void narrow(Page page) {
        page.setViewportSize(390, 844);
        for (String name : List.of("provisioning", "audit", "activity")) {
            page.navigate("/portal/t/acme/" + name);
            check(page);
        }
        page.locator("[popovertarget=navigation]").click();
        check(page);
    }

    /** As it stands, light and dark: the colours come from style sheets alone, so that the dark one is seen for them alone. */
    private void check(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        note(page, ColorScheme.LIGHT, Axe.violations(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        note(page, ColorScheme.DARK, Axe.colours(page));
    }

    private void note(Page page, ColorScheme scheme, List<String> violations) {
        violations.forEach(violation -> found.add(page.url() + " in " + page.evaluate("document.documentElement.lang")
                + ", " + scheme + ": " + violation));
    }
}
