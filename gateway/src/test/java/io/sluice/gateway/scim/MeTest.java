package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.jwt.Forge;
import io.sluice.gateway.jwt.KeyServer;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code /Me} where subjects of credentials are mapped to users (RFC 7644 section 3.11). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MeTest {

    private static final KeyPair KEY = Forge.rsa();

    private final Vertx vertx = Vertx.vertx();
    private final KeyServer issuer = new KeyServer(vertx, Forge.jwks(Forge.jwk("k", KEY)));
    private Gateway gateway = Gateway.start(Map.of(
            "SLUICE_JWKS_LOOPBACK", "true",
            "SLUICE_SCIM_ME_ATTRIBUTE", "externalid",
            "SLUICE_SCIM_ME_CLAIM", "oid"));
    private Client admin = gateway.admin();
    private Client scim = gateway.tenant("me");

    @BeforeAll
    void trustAnIssuer() {
        admin.post(
                        "/tenants/me/jwt-issuers",
                        new JsonObject()
                                .put("idp", "okta")
                                .put("issuer", "https://me.okta.example")
                                .put("audience", "https://sluice.example")
                                .put("jwksUri", issuer.uri())
                                .encode())
                .expect(201);
    }

    @AfterAll
    void stop() {
        gateway.close();
        vertx.close();
    }

    @Test
    void subjectOfATrustedIssuersTokenIsItsUser() {
        Reply user = user("ann", "object-1");
        Client me = scim.as(token(new JsonObject().put("oid", "object-1")));

        Reply own = me.get("/Me").expect(200);
        assertThat(own.at("/id")).isEqualTo(user.at("/id"));
        assertThat(own.header("location")).isEqualTo(user.header("location"));
        assertThat(own.header("etag")).isEqualTo(user.at("/meta/version"));
        assertThat(me.get("/Me?attributes=userName").expect(200).json().has("externalId"))
                .isFalse();

        me.patch("/Me", patch("title", "Chief")).expect(200);
        assertThat(scim.get("/Users/" + user.at("/id")).at("/title")).isEqualTo("Chief");
        me.put("/Me", body("ann", "object-1").encode()).expect(200);
        assertThat(me.get("/Me").expect(200).json().has("title")).isFalse();
        me.patch("/Me", patch("title", "x"), "If-Match", "W/\"other\"").expectError(412, "");
        me.delete("/Me").expect(204);
        me.get("/Me").expectError(404, "");
    }

    @Test
    void provisioningTokenAndClientAreNamedByTheirIds() {
        Reply token = admin.post("/tenants/me/tokens", "{\"idp\":\"entra\"}").expect(201);
        Reply own = user("robot", token.at("/id"));
        assertThat(scim.as(token.at("/token")).get("/Me").expect(200).at("/id")).isEqualTo(own.at("/id"));

        Reply client = admin.post("/tenants/me/oauth-clients", "{\"idp\":\"entra\",\"name\":\"c\"}")
                .expect(201);
        Reply other = user("client", client.at("/client_id"));
        String form = "grant_type=client_credentials&scope=scim&client_id=" + client.at("/client_id")
                + "&client_secret=" + URLEncoder.encode(client.at("/client_secret"), StandardCharsets.UTF_8);
        Reply access = new Client(gateway.url(), "")
                .post("/oauth2/token", form, "Content-Type", "application/x-www-form-urlencoded")
                .expect(200);
        assertThat(scim.as(access.at("/access_token")).get("/Me").expect(200).at("/id"))
                .isEqualTo(other.at("/id"));
    }

    @Test
    void nobodyIsFoundForASubjectThatNoUserOrSeveralHave() {
        scim.get("/Me").expectError(404, "");
        scim.as(token(new JsonObject())).get("/Me").expectError(404, "");
        user("twin1", "twin");
        user("twin2", "twin");
        Client twin = scim.as(token(new JsonObject().put("oid", "twin")));
        twin.get("/Me").expectError(404, "");
        twin.delete("/Me").expectError(404, "");
        scim.as("").get("/Me").expectError(401, "");
    }

    @Test
    void nobodyRegistersAtMe() {
        scim.post("/Me", body("new", "x").encode()).expectError(501, "");
    }

    private Reply user(String name, String externalId) {
        return scim.post("/Users", body(name, externalId).encode()).expect(201);
    }

    private static JsonObject body(String name, String externalId) {
        return new JsonObject()
                .put("schemas", JsonArray.of("urn:ietf:params:scim:schemas:core:2.0:User"))
                .put("userName", name)
                .put("externalId", externalId);
    }

    private static String patch(String path, String value) {
        return new JsonObject()
                .put("schemas", JsonArray.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"))
                .put(
                        "Operations",
                        JsonArray.of(new JsonObject()
                                .put("op", "replace")
                                .put("path", path)
                                .put("value", value)))
                .encode();
    }

    private static String token(JsonObject claims) {
        long now = Instant.now().getEpochSecond();
        claims.put("iss", "https://me.okta.example")
                .put("aud", "https://sluice.example")
                .put("scope", "scim");
        return Forge.sign(
                KEY,
                "{\"alg\":\"RS256\",\"kid\":\"k\"}",
                claims.put("iat", now).put("exp", now + 300).encode());
    }
}
