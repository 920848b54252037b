package io.sluice.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdministrationTest {

    private Gateway gateway;
    private Client admin;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        admin = gateway.admin();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void tenantIsMadeShownChangedAndRemoved() {
        Reply made =
                admin.post("/tenants", "{\"id\":\"acme\",\"name\":\"Acme\"}").expect(201);
        assertThat(made.header("location")).isEqualTo("/admin/v1/tenants/acme");
        assertThat(made.at("/scimUrl")).isEqualTo(gateway.url() + "/tenants/acme/scim/v2");
        assertThat(made.json().get("updatableAttributes").isNull()).isTrue();
        problem(admin.post("/tenants", "{\"id\":\"acme\"}"), 409);
        problem(admin.post("/tenants", "{\"id\":\"Not a slug\"}"), 400);
        problem(admin.post("/tenants", "{\"id\":\"other\",\"backend\":\"nowhere\"}"), 400);
        problem(admin.post("/tenants", "{\"id\":\"other\",\"colour\":\"red\"}"), 400);
        Reply changed = admin.patch("/tenants/acme", "{\"name\":\"Acme 2\",\"rateLimit\":30}")
                .expect(200);
        assertThat(changed.at("/name")).isEqualTo("Acme 2");
        assertThat(changed.json().get("rateLimit").intValue()).isEqualTo(30);
        problem(admin.patch("/tenants/acme", "{\"rateLimit\":24}"), 400);
        assertThat(admin.patch("/tenants/acme", "{\"rateLimit\":null}")
                        .expect(200)
                        .json()
                        .get("rateLimit")
                        .isNull())
                .isTrue();
        problem(admin.delete("/tenants/acme"), 400);
        admin.delete("/tenants/acme?confirm=acme").expect(204);
        problem(admin.get("/tenants/acme"), 404);
    }

    @Test
    void howLongAuditEventsAreKeptIsSetWithinBoundsAndBackToTheDefault() {
        gateway.tenant("keeping");
        String path = "/tenants/keeping";
        assertThat(admin.get(path).expect(200).json().get("auditRetentionDays").isNull())
                .isTrue();
        assertThat(admin.patch(path, "{\"auditRetentionDays\":400}")
                        .expect(200)
                        .json()
                        .get("auditRetentionDays")
                        .intValue())
                .isEqualTo(400);
        for (String wrong : Set.of("0", "-1", "36501", "2.5", "\"30\"", "4000000000")) {
            Reply refused = admin.patch(path, "{\"auditRetentionDays\":" + wrong + "}");
            problem(refused, 400);
            assertThat(refused.at("/detail")).contains("auditRetentionDays must be");
        }
        assertThat(admin.get(path).expect(200).json().get("auditRetentionDays").intValue())
                .as("what is refused changes nothing")
                .isEqualTo(400);
        admin.patch(path, "{\"auditRetentionDays\":null}").expect(200);
        assertThat(admin.get(path + "/audit?action=Tenant%20Updated")
                        .expect(200)
                        .text())
                .contains("{\"attribute\":\"auditRetentionDays\",\"old\":null,\"new\":\"400\"}")
                .contains("{\"attribute\":\"auditRetentionDays\",\"old\":\"400\",\"new\":null}");
    }

    @Test
    void removedTenantTakesItsUsersWithIt() {
        Client scim = gateway.tenant("gone");
        scim.post("/Users", Bodies.user("gone")).expect(201);
        admin.delete("/tenants/gone?confirm=gone").expect(204);
        scim.get("/Users").expectError(401, "");
        Client again = gateway.tenant("gone");
        assertThat(again.get("/Users").expect(200).json().get("totalResults").intValue())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:core:2.0:user",
                "urn:ietf:params:scim:schemas:core:2.0:User:name",
                "urn:ietf:params:scim:schemas:extension:ENTERPRISE:2.0:User",
                "urn:ietf:params:scim:api:messages:2.0:PatchOp"
            })
    void customAttributesDoNotMoveUnderTheUrnsOfTheProtocol(String urn) {
        gateway.tenant("urn" + Integer.toHexString(urn.hashCode()));

        problem(
                admin.patch("/tenants/urn" + Integer.toHexString(urn.hashCode()), "{\"extensionUrn\":\"" + urn + "\"}"),
                400);
    }

    @Test
    void aCustomAttributeIsNotCalledPassword() {
        gateway.tenant("secretive");

        problem(admin.post("/tenants/secretive/attributes", "{\"name\":\"Password\",\"type\":\"string\"}"), 400);
    }

    @Test
    void customAttributeWorksAtOnce() {
        Client scim = gateway.tenant("custom");
        admin.post("/tenants/custom/attributes", "{\"name\":\"Badge\",\"type\":\"string\"}")
                .expect(201);
        problem(admin.post("/tenants/custom/attributes", "{\"name\":\"BADGE\"}"), 409);
        problem(admin.post("/tenants/custom/attributes", "{\"name\":\"1bad\"}"), 400);
        for (String taken :
                new String[] {"id", "ID", "schemas", "Meta", "externalid", "USERNAME", "emails", "groups"}) {
            assertThat(problem(admin.post("/tenants/custom/attributes", "{\"name\":\"" + taken + "\"}"), 400)
                            .at("/detail"))
                    .containsIgnoringCase("name must not be " + taken);
        }
        String urn = "urn:ietf:params:scim:schemas:extension:ivanti:2.0:User";
        String user = Bodies.user("badged").replace("\"active\"", "\"" + urn + "\":{\"badge\":\"B-7\"},\"active\"");
        Reply created = scim.post("/Users", user).expect(201);
        assertThat(created.json().get(urn).get("Badge").asText()).isEqualTo("B-7");
        String filter = "filter=" + urn + "%3ABadge%20eq%20%22b-7%22";
        assertThat(scim.get("/Users?" + filter)
                        .expect(200)
                        .json()
                        .get("totalResults")
                        .intValue())
                .isEqualTo(1);
        scim.get("/Schemas/" + urn).expect(200);
        admin.delete("/tenants/custom/attributes/Badge").expect(204);
        assertThat(admin.get("/tenants/custom/attributes").expect(200).json().get("items"))
                .isEmpty();
    }

    @Test
    void auditTrailIsPagedFilteredAndExported() {
        Client scim = gateway.tenant("audited");
        for (int i = 0; i < 5; i++) {
            scim.post("/Users", Bodies.user("a" + i)).expect(201);
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            Reply page = admin.get("/tenants/audited/audit?limit=2" + cursor).expect(200);
            page.json().get("items").forEach(event -> seen.add(event.get("id").asText()));
            cursor = page.json().get("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(7);
        Reply tokens = admin.get("/tenants/audited/audit?action=SCIM%20Token%20Created")
                .expect(200);
        assertThat(tokens.json().get("items")).hasSize(1);
        assertThat(tokens.at("/items/0/idp")).isEqualTo("entra");
        Reply csv = admin.get("/tenants/audited/audit", "Accept", "text/csv").expect(200);
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(seen.size() + 1);
        Reply lines = admin.get("/tenants/audited/audit", "Accept", "application/x-ndjson")
                .expect(200);
        assertThat(lines.text().lines()).hasSize(seen.size());
        problem(admin.get("/tenants/audited/audit?from=yesterday"), 400);
        assertThat(problem(admin.get("/tenants/audited/audit?outcome=failed"), 400)
                        .at("/detail"))
                .contains("success", "failure");
        problem(admin.get("/audit?outcome=Success"), 400);
        admin.get("/tenants/audited/audit?outcome=failure").expect(200);
        problem(admin.get("/tenants/nobody/audit"), 404);
    }

    @Test
    void usersAndGroupsAreShownPageByPage() {
        Client scim = gateway.tenant("views");
        String id = scim.post("/Users", Bodies.user("view0")).expect(201).at("/id");
        for (int i = 1; i < 5; i++) {
            scim.post("/Users", Bodies.user("view" + i)).expect(201);
        }
        String group =
                scim.post("/Groups", Bodies.group("Viewers", id)).expect(201).at("/id");
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            Reply page = admin.get("/tenants/views/users?limit=2" + cursor).expect(200);
            page.json()
                    .get("items")
                    .forEach(user -> seen.add(user.get("userName").asText()));
            cursor = page.json().get("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
        assertThat(admin.get("/tenants/views/users?q=view3").expect(200).json().get("items"))
                .hasSize(1);
        Reply user = admin.get("/tenants/views/users/" + id).expect(200);
        assertThat(user.at("/groups/0/value")).isEqualTo(group);
        assertThat(user.at("/meta/location")).isEqualTo(scim.base() + "/Users/" + id);
        Reply shown = admin.get("/tenants/views/groups/" + group).expect(200);
        assertThat(shown.at("/members/0/value")).isEqualTo(id);
        Reply members =
                admin.get("/tenants/views/groups/" + group + "/members?limit=1").expect(200);
        assertThat(members.at("/items/0/value")).isEqualTo(id);
        problem(admin.get("/tenants/views/groups/" + group + "/members?cursor=made-up"), 400);
        problem(admin.get("/tenants/views/groups/" + id + "/members"), 404);
        problem(admin.get("/tenants/views/groups/nobody/members"), 404);
        problem(admin.get("/tenants/views/users/nobody"), 404);
        problem(admin.get("/tenants/views/users?cursor=made-up"), 400);
    }

    @Test
    void tenantsArePagedAndAPageMayEndWithOneThatIsGone() {
        for (int i = 0; i < 3; i++) {
            gateway.tenant("paged-" + i);
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            Reply page = admin.get("/tenants?limit=1" + cursor).expect(200);
            String last = page.at("/items/0/id");
            seen.add(last);
            if (last.equals("paged-1")) {
                admin.delete("/tenants/paged-1?confirm=paged-1").expect(204);
            }
            cursor = page.json().get("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).contains("paged-0", "paged-1", "paged-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants",
                "/audit",
                "/tenants/lists/audit",
                "/tenants/lists/users",
                "/tenants/lists/groups",
                "/tenants/lists/groups/%s/members"
            })
    void everyListRefusesCursorsThatItDidNotGiveAndNumbersThatAreNone(String list) {
        Client scim = gateway.tenant("lists");
        String group = scim.post("/Groups", Bodies.group("Listed")).expect(201).at("/id");
        String path = list.formatted(group);
        for (String cursor : new String[] {"rubbish", "after.", "after.-", "after.UP", "%2F", "%EF%BC%91"}) {
            assertThat(problem(admin.get(path + "?cursor=" + cursor), 400).at("/detail"))
                    .as(cursor)
                    .contains("cursor");
        }
        for (String limit : new String[] {"%EF%BC%91%EF%BC%90", "%D9%A1", "1.0", "0", "99999999999"}) {
            assertThat(problem(admin.get(path + "?limit=" + limit), 400).at("/detail"))
                    .as(limit)
                    .contains("limit must be a number from 1 to");
        }
        admin.get(path + "?limit=10").expect(200);
        admin.delete("/tenants/lists?confirm=lists").expect(204);
    }

    @Test
    void connectionsShowTheirRulesAndChangeTheirProfile() {
        Client scim = gateway.tenant("conn");
        gateway.token("conn", Idp.OKTA);
        String user = Bodies.user("booly").replace("\"active\":true", "\"active\":\"True\"");
        scim.post("/Users", user).expect(201);
        Reply all = admin.get("/tenants/conn/connections").expect(200);
        assertThat(all.json().get("items").findValuesAsText("idp")).containsExactly("entra", "okta");
        assertThat(all.json().at("/items/0/rules")).isNotEmpty();
        assertThat(all.json().at("/items/0/health/requests").intValue()).isEqualTo(1);
        Reply strict = admin.patch("/tenants/conn/connections/entra", "{\"profile\":\"strict\"}")
                .expect(200);
        assertThat(strict.at("/profile")).isEqualTo("strict");
        scim.post("/Users", user.replace("booly", "booly2")).expectError(400, "invalidValue");
        admin.patch("/tenants/conn/connections/entra", "{\"profile\":\"tolerant\"}")
                .expect(200);
        scim.post("/Users", user.replace("booly", "booly3")).expect(201);
        problem(admin.patch("/tenants/conn/connections/google", "{\"profile\":\"strict\"}"), 404);
        problem(admin.patch("/tenants/conn/connections/entra", "{\"profile\":\"lax\"}"), 400);
    }

    @Test
    void systemShowsTheBackends() {
        Reply system = admin.get("/system").expect(200);
        assertThat(system.at("/backends/0/name")).isEqualTo("memory");
        assertThat(system.at("/backends/0/health")).isEqualTo("up");
        assertThat(system.at("/controlStore/name")).isEqualTo("memory");
        assertThat(system.at("/nodes/0/name")).isNotEmpty();
        assertThat(system.json().at("/nodes/0/requestsPerSecond").isNumber()).isTrue();
    }

    @Test
    void theSystemHasAnAuditTrailOfItsOwn() {
        admin.post("/administrators", "{\"name\":\"audited\",\"role\":\"operator\"}")
                .expect(201);
        Reply trail = admin.get("/audit?action=Administrator%20Created&target=Administrator/audited")
                .expect(200);
        assertThat(trail.json().get("items")).hasSize(1);
        assertThat(trail.at("/items/0/idp")).isEqualTo("admin");
    }

    @Test
    void managementPortTellsHealthAndMetrics() {
        Client management = gateway.management();
        gateway.tenant("counted").get("/Users").expect(200);
        assertThat(management.get("/health/live").expect(200).at("/status")).isEqualTo("UP");
        assertThat(management.get("/health/ready").expect(200).at("/parts/control"))
                .isEqualTo("UP");
        assertThat(management.get("/info").expect(200).at("/name")).isEqualTo("sluice");
        assertThat(management.get("/metrics").expect(200).text())
                .contains("sluice_scim_requests_seconds")
                .contains("route=\"/Users\"");
    }

    @Test
    void nothingIsServedWithoutAnAdministratorsCredential() {
        for (String path : new String[] {"/tenants", "/tenants/x/audit", "/system", "/tenants/x/users"}) {
            problem(admin.as("").get(path), 401);
            problem(admin.as("wrong").get(path), 401);
            problem(
                    admin.as(gateway.token(
                                    gateway.tenant("t" + System.nanoTime())
                                            .base()
                                            .split("/")[4],
                                    Idp.OKTA))
                            .get(path),
                    401);
        }
        problem(admin.get("/nothing"), 404);
    }

    private static Reply problem(Reply reply, int status) {
        reply.expect(status);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.json().get("status").intValue()).isEqualTo(status);
        assertThat(reply.at("/detail")).isNotEmpty();
        return reply;
    }
}
