package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.jwt.Forge;
import io.sluice.gateway.jwt.KeyServer;
import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From nothing to a created user, over HTTP alone, in each way that an identity provider can come in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class ThreeWaysInTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final KeyPair KEY = Forge.rsa();
    private final Vertx vertx = Vertx.vertx();
    private final KeyServer issuer = new KeyServer(vertx, Forge.jwks(Forge.jwk("k", KEY)));
    private Gateway gateway;
    private Client admin;
    private String scimUrl = "";

    /** A gateway over the store that is to be tested. */
    protected Gateway start(Map<String, String> settings) {
        return Gateway.start(settings);
    }

    @BeforeAll
    void makeTenant() {
        gateway = start(Map.of("SLUICE_JWKS_LOOPBACK", "true"));
        admin = gateway.admin();
        admin.post("/tenants", "{\"id\":\"ways\",\"name\":\"Ways\"}").expect(201);
        scimUrl = gateway.url() + "/tenants/ways/scim/v2";
    }

    @AfterAll
    void stop() {
        gateway.close();
        vertx.close();
    }

    @Test
    void bearerToken() {
        Reply made = admin.post("/tenants/ways/tokens", "{\"idp\":\"okta\"}").expect(201);

        createsUser(made.at("/token"), "bearer");
        admin.patch("/tenants/ways/tokens/" + made.at("/id"), "{\"state\":\"inactive\"}")
                .expect(200);
        refused(made.at("/token"));
    }

    @Test
    void clientCredentials() {
        Reply client = admin.post("/tenants/ways/oauth-clients", "{\"idp\":\"entra\",\"name\":\"Entra\"}")
                .expect(201);
        Reply token = token(
                "grant_type=client_credentials&scope=scim",
                "Authorization",
                basic(client.at("/client_id"), client.at("/client_secret")));
        assertThat(token.header("cache-control")).isEqualTo("no-store");
        assertThat(token.at("/token_type")).isEqualTo("Bearer");

        createsUser(token.at("/access_token"), "client-credentials");
        admin.patch("/tenants/ways/oauth-clients/" + client.at("/id"), "{\"state\":\"inactive\"}")
                .expect(200);
        refused(token.at("/access_token"));
    }

    @Test
    void workloadIdentity() {
        Reply client = admin.post("/tenants/ways/oauth-clients", "{\"idp\":\"entra\",\"name\":\"Workload\"}")
                .expect(201);
        String one = "/tenants/ways/oauth-clients/" + client.at("/id");
        admin.put(
                        one + "/federation",
                        new JsonObject()
                                .put("issuer", "https://login.example/t")
                                .put("subject", "app-object")
                                .put("audience", "api://sluice")
                                .put("jwksUri", issuer.uri())
                                .encode())
                .expect(200);
        String assertion = sign(new JsonObject()
                .put("iss", "https://login.example/t")
                .put("sub", "app-object")
                .put("aud", "api://sluice"));
        Reply token = token("grant_type=client_credentials&client_id=" + client.at("/client_id")
                + "&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion);

        createsUser(token.at("/access_token"), "workload");
        admin.delete(one).expect(204);
        refused(token.at("/access_token"));
    }

    @Test
    void tokenOfATrustedIssuer() {
        Reply trusted = admin.post(
                        "/tenants/ways/jwt-issuers",
                        new JsonObject()
                                .put("idp", "okta")
                                .put("issuer", "https://ways.okta.example")
                                .put("audience", "https://sluice.example")
                                .put("jwksUri", issuer.uri())
                                .encode())
                .expect(201);
        String token = sign(new JsonObject()
                .put("iss", "https://ways.okta.example")
                .put("aud", "https://sluice.example")
                .put("sub", "okta-app")
                .put("scope", "scim"));

        createsUser(token, "issuer");
        admin.delete("/tenants/ways/jwt-issuers/" + trusted.at("/id")).expect(204);
        refused(token);
    }

    @Test
    void metadataLeadsToTheEndpointAndTheKeys() {
        Client root = new Client(gateway.url(), "");
        Reply metadata = root.get("/.well-known/oauth-authorization-server").expect(200);

        assertThat(metadata.at("/issuer")).isEqualTo(gateway.url());
        assertThat(metadata.at("/token_endpoint")).isEqualTo(gateway.url() + "/oauth2/token");
        Reply keys = root.get("/oauth2/jwks").expect(200);
        assertThat(keys.at("/keys/0/kty")).isEqualTo("EC");
        assertThat(keys.json().at("/keys/0").has("d")).isFalse();
    }

    @Test
    void theTokenEndpointAnswersErrorsAsRfc6749Does() {
        Reply wrong = new Client(gateway.url(), "")
                .post(
                        "/oauth2/token",
                        "grant_type=client_credentials",
                        "Content-Type",
                        FORM,
                        "Authorization",
                        basic("nobody", "nothing"))
                .expect(401);
        assertThat(wrong.at("/error")).isEqualTo("invalid_client");
        assertThat(wrong.header("www-authenticate")).startsWith("Basic");
        assertThat(new Client(gateway.url(), "")
                        .post("/oauth2/token", "{}", "Content-Type", "application/json")
                        .expect(400)
                        .at("/error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void aKeySetOnAPrivateAddressIsRefusedWhenItIsConfigured() {
        Reply refused = admin.post(
                "/tenants/ways/jwt-issuers",
                "{\"issuer\":\"https://x.example\",\"audience\":\"a\",\"jwksUri\":\"ftp://x.example/keys\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/detail")).contains("jwksUri");
        Reply client =
                admin.post("/tenants/ways/oauth-clients", "{\"idp\":\"entra\"}").expect(201);
        for (String host : List.of("10.0.0.1", "169.254.169.254", "[fd00::1]", "192.168.0.1")) {
            JsonObject body =
                    new JsonObject().put("issuer", "https://x.example").put("jwksUri", "https://" + host + "/k");
            Reply issuer = admin.post(
                    "/tenants/ways/jwt-issuers",
                    body.copy().put("audience", host).encode());
            assertThat(issuer.status()).as(host).isEqualTo(400);
            assertThat(issuer.at("/detail")).contains("jwksUri", "not public");
            admin.put(
                            "/tenants/ways/oauth-clients/" + client.at("/id") + "/federation",
                            body.copy().put("subject", "s").put("audience", "a").encode())
                    .expect(400);
        }
    }

    private void createsUser(String token, String userName) {
        Client scim = new Client(scimUrl, token);
        String id = scim.post("/Users", Bodies.user(userName)).expect(201).at("/id");
        scim.at(gateway.url() + "/scim/v2").get("/Users/" + id).expect(200);
    }

    /** The change is effective at the latest when the trust window ends. */
    private void refused(String token) {
        Client scim = new Client(scimUrl, token);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(1));
        Instant sent = Instant.now();
        while (scim.get("/Users?count=0").status() != 401) {
            // Not when it was answered, which on a busy machine takes its time.
            assertThat(sent).as("a revoked credential still works").isBefore(deadline);
            sent = Instant.now();
        }
        scim.get("/Users?count=0").expect(401);
    }

    private Reply token(String form, String... headers) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Content-Type", FORM), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return new Client(gateway.url(), "").post("/oauth2/token", form, all).expect(200);
    }

    private static String sign(JsonObject claims) {
        long now = Instant.now().getEpochSecond();
        return Forge.sign(
                KEY,
                "{\"alg\":\"RS256\",\"kid\":\"k\"}",
                claims.put("iat", now).put("exp", now + 300).encode());
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
