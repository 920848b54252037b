package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Actor;
import io.sluice.core.control.NewToken;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.gateway.kit.Wire;
import io.sluice.gateway.start.Endpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of the service with every kind of credential that is not good for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoleMatrixTest {

    private static final Actor TESTER = new Actor("tester", "admin", "127.0.0.1");

    /** Whoever adds a route that needs no credential of an administrator has to say so here. */
    private static final Set<String> OPEN =
            Set.of("POST /oauth2/token", "GET /oauth2/jwks", "GET /.well-known/oauth-authorization-server");

    private static final List<String> SCIM = List.of(
            "GET /Users",
            "POST /Users",
            "GET /Users/ID",
            "PUT /Users/ID",
            "PATCH /Users/ID",
            "DELETE /Users/ID",
            "GET /Groups",
            "POST /Groups",
            "GET /Groups/ID",
            "PUT /Groups/ID",
            "PATCH /Groups/ID",
            "DELETE /Groups/ID",
            "POST /.search",
            "POST /Users/.search",
            "POST /Groups/.search",
            "POST /Bulk",
            "GET /Me",
            "GET /Schemas",
            "GET /ResourceTypes",
            "GET /ServiceProviderConfig",
            "GET /nothing");

    private final Gateway gateway = Gateway.start();
    private final Client admin = gateway.admin();
    private final Map<String, String> badForScim = new LinkedHashMap<>();
    private final Map<String, String> badForAdmin = new LinkedHashMap<>();
    private String foreignAdmin = "";
    private String ownAdmin = "";

    @BeforeAll
    void makeCredentials() {
        gateway.tenant("mine");
        gateway.tenant("theirs");
        String inactive = admin.post("/tenants/mine/tokens", "{\"idp\":\"okta\"}")
                .expect(201)
                .at("/token");
        String id = admin.get("/tenants/mine/tokens").at("/items/0/id");
        admin.patch("/tenants/mine/tokens/" + id, "{\"state\":\"inactive\"}").expect(200);
        Reply removed =
                admin.post("/tenants/mine/tokens", "{\"idp\":\"google\"}").expect(201);
        admin.delete("/tenants/mine/tokens/" + removed.at("/id")).expect(204);
        foreignAdmin = keyOf("foreign", "theirs");
        ownAdmin = keyOf("own", "mine");

        badForScim.put("no credential", "");
        badForScim.put("rubbish", "rubbish");
        badForScim.put("a token that nobody made", TokenText.generate(TokenText.PROVISIONING));
        badForScim.put("a wrong checksum", "slc_" + "0".repeat(36));
        badForScim.put("an inactive token", inactive);
        badForScim.put("a removed token", removed.at("/token"));
        badForScim.put("an expired token", expired());
        badForScim.put("another tenant's token", gateway.token("theirs", Idp.OKTA));
        badForScim.put("the administration token", Gateway.ADMIN_TOKEN);
        badForScim.put("an operator's key", operatorKey());
        badForScim.put("a tenant administrator's key", ownAdmin);
        badForScim.put("an unsigned JWT", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.");

        badForAdmin.putAll(badForScim);
        badForAdmin.remove("the administration token");
        badForAdmin.remove("an operator's key");
        badForAdmin.remove("a tenant administrator's key");
        badForAdmin.put("a good provisioning token", gateway.token("mine", Idp.SAILPOINT));
        badForAdmin.put("a good access token", accessToken());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @TestFactory
    List<DynamicTest> scimRefusesAllOfThem() {
        List<DynamicTest> tests = new ArrayList<>();
        badForScim.forEach((name, credential) -> SCIM.forEach(route -> tests.add(DynamicTest.dynamicTest(
                route + " with " + name,
                () -> send(gateway.url() + "/tenants/mine/scim/v2", credential, route)
                        .expectError(401, "")))));
        return tests;
    }

    @TestFactory
    List<DynamicTest> administrationRefusesAllOfThem() {
        List<DynamicTest> tests = new ArrayList<>();
        badForAdmin.forEach((name, credential) -> guarded()
                .forEach(route -> tests.add(DynamicTest.dynamicTest(
                        route + " with " + name,
                        () -> send(gateway.url(), credential, route).expect(401)))));
        return tests;
    }

    @TestFactory
    List<DynamicTest> anotherTenantsAdministratorSeesNothingOfThisTenant() {
        return guarded().stream()
                .filter(route -> route.contains("/tenants/mine"))
                .map(route -> DynamicTest.dynamicTest(
                        route,
                        () -> assertThat(
                                        send(gateway.url(), foreignAdmin, route).status())
                                .isIn(400, 403, 404)))
                .toList();
    }

    @Test
    void aTenantsOwnAdministratorIsAdmittedToWhatIsTheirs() {
        admin.as(ownAdmin).get("/tenants/mine").expect(200);
        admin.as(ownAdmin).get("/tenants/mine/tokens").expect(200);
        admin.as(ownAdmin).get("/tenants/mine/oauth-clients").expect(200);
        admin.as(ownAdmin).delete("/tenants/mine?confirm=mine").expect(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/v1/tenants",
                "/admin/v1/tenants/",
                "/admin/v1//tenants",
                "//admin/v1/tenants",
                "/admin/v1/./tenants",
                "/admin/v1/x/../tenants",
                "/admin/v1/%74enants",
                "/admin%2Fv1%2Ftenants",
                "/admin/v1%2Ftenants",
                "/ADMIN/v1/tenants",
                "/admin/v1/tenants;x=y",
                "/admin/v1/tenants/..;/tenants",
                "/admin/v1/tenants%00",
                "/admin/v1/tenants%ff",
                "/admin/v1/tenants/mine%2Ftokens",
                "/admin/v1/openapi.json",
                "/oauth2/../admin/v1/tenants",
                "/oauth2/%2e%2e/admin/v1/tenants",
                "/.well-known/../admin/v1/tenants",
                "/tenants/mine/scim/v2/Users",
                "/tenants/mine/scim/v2//Users",
                "/tenants/mine/scim/v2/%55sers",
                "/tenants/mine/scim/v2/Users%2F",
                "/tenants/mine/scim/v2/Users/..;/Groups",
                "/tenants/mine/scim/v2/Users/%2e%2e/Groups",
                "/tenants/mine/scim/v2/Users%00",
                "/tenants/mine/scim/v2/Users%ff",
                "/tenants/mine%2Fscim%2Fv2/Users",
                "/tenants/./mine/scim/v2/Users",
                "/scim/v2/Users",
                "/scim/v2/ServiceProviderConfig",
                "/scim/v2/../../admin/v1/tenants",
                "/scim/../admin/v1/tenants",
                "http://127.0.0.1/admin/v1/tenants"
            })
    void noSpellingOfAPathOpensItWithoutACredential(String path) {
        for (String method : List.of("GET", "POST", "DELETE")) {
            try (Wire wire = new Wire(gateway.port())) {
                String answer = wire.send(method + " " + path
                                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .readToEnd();
                assertThat(answer).startsWith("HTTP/1.1 4");
            }
        }
    }

    /** Every prefix that is served, in every spelling of {@link Spellings}, on both ports; what is open there is named apart. */
    @TestFactory
    List<DynamicTest> noEncodingOfAPrefixOpensItWithoutACredential() {
        List<String> service = List.of(
                "/tenants/mine/scim/v2/Users",
                "/scim/v2/Users",
                "/scim/v2/Bulk",
                "/admin/v1/tenants",
                "/admin/v1/tenants/mine/tokens",
                "/portal/tenants",
                "/portal/t/mine/users",
                "/oauth2/token");
        List<String> management = List.of("/health/ready", "/metrics", "/info");
        List<DynamicTest> tests = new ArrayList<>();
        service.forEach(path -> tests.add(refusedInEverySpelling("on the service's port", path, gateway.port())));
        management.forEach(path -> tests.add(refusedInEverySpelling("on the service's port", path, gateway.port())));
        int managementPort = gateway.node().managementPort();
        service.forEach(path -> tests.add(refusedInEverySpelling("on the management port", path, managementPort)));
        management.forEach(
                path -> tests.add(refusedInEverySpelling("behind it", path + "/../admin/v1/tenants", managementPort)));
        return tests;
    }

    private static DynamicTest refusedInEverySpelling(String where, String path, int port) {
        return DynamicTest.dynamicTest(path + " " + where, () -> {
            List<String> spellings = Spellings.of(path);
            assertThat(spellings).hasSizeGreaterThan(20);
            for (String spelling : spellings) {
                for (String method : List.of("GET", "POST", "DELETE")) {
                    try (Wire wire = new Wire(port)) {
                        String answer = wire.send(method + " " + spelling + " HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                .readToEnd();
                        assertThat(answer)
                                .as(method + " " + spelling)
                                .startsWith("HTTP/1.1 ")
                                .doesNotStartWith("HTTP/1.1 2")
                                .doesNotStartWith("HTTP/1.1 5");
                    }
                }
            }
        });
    }

    private List<String> guarded() {
        List<String> routes = Endpoints.of(gateway.node()).stream()
                .filter(route -> !OPEN.contains(route))
                .map(route -> route.replace(":tenant", "mine").replaceAll(":[A-Za-z]+", "x"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(25);
        return routes;
    }

    private static Reply send(String base, String credential, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1).replace("/ID", "/0190a6e0-0000-7000-8000-000000000000");
        boolean body = Set.of("POST", "PUT", "PATCH").contains(method);
        return new Client(base, credential).send(method, path, body ? "{}" : "");
    }

    private String expired() {
        String text = TokenText.generate(TokenText.PROVISIONING);
        Gateway.await(gateway.node()
                .control()
                .credentials()
                .create(
                        "mine",
                        new NewToken(
                                "pingone",
                                "old",
                                TokenText.secret(text),
                                Instant.now().minusSeconds(1)),
                        2,
                        TESTER));
        return text;
    }

    private String keyOf(String name, String tenant) {
        admin.post(
                        "/administrators",
                        "{\"name\":\"" + name + "\",\"role\":\"tenant-admin\",\"tenants\":[\"" + tenant + "\"]}")
                .expect(201);
        return admin.post("/administrators/" + name + "/keys", "{\"name\":\"k\"}")
                .expect(201)
                .at("/key");
    }

    private String operatorKey() {
        admin.post("/administrators", "{\"name\":\"op\",\"role\":\"operator\"}").expect(201);
        return admin.post("/administrators/op/keys", "{\"name\":\"k\"}")
                .expect(201)
                .at("/key");
    }

    private String accessToken() {
        Reply client =
                admin.post("/tenants/mine/oauth-clients", "{\"idp\":\"entra\"}").expect(201);
        return new Client(gateway.url(), "")
                .post(
                        "/oauth2/token",
                        "grant_type=client_credentials&client_id=" + client.at("/client_id") + "&client_secret="
                                + client.at("/client_secret"),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(200)
                .at("/access_token");
    }
}
