package io.sluice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway, a browser, and somebody in front of it. */
final class Desk implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";
    private static final int WIDTH = 1360;
    private static final int HEIGHT = 900;

    private final Gateway gateway;
    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright.chromium().launch(Chromium.options());
    private Optional<String> session = Optional.empty();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    /** Over memory, with the tenant {@code acme} and the operator {@code jane}. */
    Desk() {
        this(Map.of());
    }

    /**
     * @param settings as environment variables
     */
    Desk(Map<String, String> settings) {
        gateway = Gateway.start(settings);
        Gateway.await(gateway.node()
                .commands()
                .tenants()
                .create("acme", Optional.of("Acme"), Optional.empty(), new Actor("start", "admin", "local")));
        Gateway.await(gateway.node()
                .access()
                .administrators()
                .create(
                        "jane",
                        new AdministratorRole.Operator(),
                        Optional.of(PASSWORD),
                        new Actor("start", "admin", "local")));
    }

    Gateway gateway() {
        return gateway;
    }

    /** A SCIM client with this token. */
    Client scim(String token) {
        return new Client(gateway.url() + "/tenants/acme/scim/v2", token);
    }

    /** A fresh browser profile, logged in as {@code jane}: with the session of the first time as long as it lasts. */
    Page logIn(String language, ColorScheme scheme) {
        Page page = newPage(language, scheme, session);
        page.navigate("/portal");
        if (page.url().contains("/portal/login")) {
            page.locator("input[name=name]").fill("jane");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("form[action='/portal/login'] button").click();
            page.waitForURL("**/portal/t/acme/provisioning");
            session = Optional.of(page.context().storageState());
        }
        return page;
    }

    /** A fresh browser profile of somebody who has not been here before. */
    Page newPage(String language, ColorScheme scheme) {
        return newPage(language, scheme, Optional.empty());
    }

    private Page newPage(String language, ColorScheme scheme, Optional<String> state) {
        Browser.NewContextOptions options = new Browser.NewContextOptions();
        state.ifPresent(options::setStorageState);
        BrowserContext context = browser.newContext(options.setBaseURL(gateway.url())
                .setLocale(language)
                .setTimezoneId("Europe/Paris")
                .setColorScheme(scheme)
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        return page;
    }

    /** Presses the only button of that name that can be seen. */
    static void press(Page page, String name) {
        button(page, name).click();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Generates a token for this IdP through the pages and closes the view that shows it. */
    String generate(Page page, String idp) {
        page.navigate("/portal/t/acme/provisioning");
        page.locator("#idp").selectOption(idp);
        page.locator("#generate button[type=submit]").click();
        page.locator("#generate-confirm [data-submits]").click();
        page.locator("#issued").waitFor();
        String token = page.locator("#issued-secret").inputValue();
        page.locator("#issued [data-closes]").click();
        return token;
    }

    /** What the browser complained about since this was asked last. */
    void expectNoErrors() {
        List<String> seen = List.copyOf(errors);
        errors.clear();
        assertThat(seen).as("errors in the console").isEmpty();
    }

    /** Some answers are errors on purpose; the browser notes each. */
    void forgetErrors() {
        errors.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        gateway.close();
    }
}
