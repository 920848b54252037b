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
final class SyncStoryTest {

    private Desk desk;
    private Client entra;
    private Page page;

    @BeforeAll
    void open() {
        desk = new Desk();
        entra = desk.scim(desk.gateway().token("acme", Idp.ENTRA));
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
    void theSignChangesWhenTestConnectionArrives() {
        page.navigate("/portal/t/acme/setup/entra");
        assertThat(page.locator("#sign")).containsText("Waiting for Test Connection");
        page.locator("body[data-connected]").waitFor();
        entra.get("/Users?filter=userName%20eq%20%228a7c1f9e-test%22").expect(200);
        assertThat(page.locator("#sign .good")).containsText("Received");
    }

    @Test
    void aSyncIsSeenLive() {
        page.navigate("/portal/t/acme/activity");
        page.locator("body[data-connected]").waitFor();
        entra.post("/Users", person("live", "ext-live")).expect(201);
        assertThat(page.locator("#requests tbody tr").first()).containsText("POST /Users");
        assertThat(page.locator("#cards")).containsText("Entra ID");
    }

    @Test
    void aFailureIsExplained() {
        entra.post("/Users", person("twice", "ext-1")).expect(201);
        entra.post("/Users", person("twice", "ext-2")).expect(409);
        page.navigate("/portal/t/acme/activity?outcome=failure");
        page.locator("#requests tbody tr a").first().click();
        assertThat(page.locator(".notice.bad")).containsText("correct the matching attribute");
        assertThat(page.locator("#content")).containsText("ext-2");
    }

    @Test
    void aUserIsFoundByExternalId() {
        entra.post("/Users", person("barbara", "b7c14771-226c-4d05-8860-134711653041"))
                .expect(201);
        page.navigate("/portal/t/acme/users");
        page.locator("input[name=q]").fill("b7c14771-226c-4d05-8860-134711653041");
        page.locator("[role=search] button").click();
        page.locator("main table a").click();
        assertThat(page.locator("h1")).hasText("Person barbara");
        assertThat(page.locator("main")).containsText("User Created");
        assertThat(page.locator("pre")).containsText("\"userName\" : \"barbara@example.com\"");
    }

    @Test
    void aGroupShowsItsMembers() {
        String id =
                entra.post("/Users", person("member", "ext-member")).expect(201).at("/id");
        entra.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                         "displayName":"Research","members":[{"value":"%s","display":"Person member"}]}""".formatted(id)).expect(201);
        page.navigate("/portal/t/acme/groups?q=resea");
        page.locator("main table a").click();
        assertThat(page.locator("main")).containsText("Person member");
    }

    @Test
    void aCustomAttributeIsAddedAndUsed() {
        page.navigate("/portal/t/acme/attributes");
        page.locator("[data-opens=attribute-new]").click();
        page.locator("#attribute-new input[name=name]").fill("badgeColour");
        page.locator("#attribute-new footer button").last().click();
        assertThat(page.locator("main")).containsText("badgeColour");
        String extension = "urn:ietf:params:scim:schemas:extension:ivanti:2.0:User";
        String body = person("badge", "ext-badge")
                .replace("\"active\"", "\"" + extension + "\":{\"badgeColour\":\"teal\"},\"active\"");
        String id = entra.post("/Users", body).expect(201).at("/id");
        page.navigate("/portal/t/acme/users/" + id);
        assertThat(page.locator("pre")).containsText("\"badgeColour\" : \"teal\"");
    }

    @Test
    void theAuditTrailNamesTheVendorAndKeepsItsFilterInTheAddress() {
        page.navigate("/portal/t/acme/audit");
        page.locator("select[name=action]").selectOption("SCIM Token Created");
        page.locator("form[action$='/audit'] button[type=submit]").click();
        assertThat(page.locator("main tbody tr").first()).containsText("Entra ID");
        assertThat(page.url()).contains("action=SCIM+Token+Created").doesNotContain("outcome=");
        assertThat(page.locator("thead")).containsText("DETAILS");
    }

    @Test
    void theDialectsRulesAreCountedAndTheProfileIsSwitched() {
        String id =
                entra.post("/Users", person("quirk", "ext-quirk")).expect(201).at("/id");
        entra.patch("/Users/" + id, """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations":[{"op":"Replace","path":"active","value":"False"}]}""").expect(200);
        page.navigate("/portal/t/acme/provisioning");
        assertThat(page.locator("#connections tbody tr").first()).containsText("×");
        page.locator("#connections select").first().selectOption("strict");
        assertThat(page.locator(".notice.good")).containsText("saved");
        assertThat(page.locator("#connections select").first()).hasValue("strict");
        page.locator("#connections select").first().selectOption("tolerant");
        assertThat(page.locator("#connections select").first()).hasValue("tolerant");
    }

    static String person(String name, String externalId) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s@example.com",
                 "externalId":"%2$s","displayName":"Person %1$s","active":true,
                 "name":{"givenName":"Person","familyName":"%1$s"},
                 "emails":[{"value":"%1$s@example.com","type":"work","primary":true}]}""".formatted(name, externalId);
    }
}
