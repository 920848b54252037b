package io.sluice.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.NewJwtIssuer;
import io.sluice.gateway.jwt.Forge;
import io.sluice.gateway.jwt.KeyServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class IssuerTokenVerifierTest {

    private static final KeyPair KEY = Forge.rsa();
    private OAuthFixture fixture;
    private String issuerId = "";

    @BeforeEach
    void trustAnIssuer(Vertx vertx) {
        fixture = new OAuthFixture(vertx);
        KeyServer server = new KeyServer(vertx, Forge.jwks(Forge.jwk("k", KEY)));
        issuerId = OAuthFixture.await(fixture.store
                        .jwtIssuers()
                        .create(
                                "acme",
                                new NewJwtIssuer(
                                        "okta",
                                        "https://acme.okta.example",
                                        "https://sluice.example",
                                        server.uri(),
                                        List.of("RS256")),
                                OAuthFixture.ADMIN))
                .id();
    }

    @Test
    void acceptsATokenOfATrustedIssuer() {
        assertThat(fixture.verify(token(claims()))).hasValueSatisfying(principal -> {
            assertThat(principal.tenant().id().slug()).isEqualTo("acme");
            assertThat(principal.idp()).isEqualTo("okta");
            assertThat(principal.credentialId()).isEqualTo(issuerId);
        });
    }

    @Test
    void acceptsTheScopeInTheFormsThatIssuersUse() {
        JsonObject okta = claims().put("scp", new JsonArray().add("scim"));
        okta.remove("scope");
        JsonObject entra = claims().put("roles", new JsonArray().add("scim"));
        entra.remove("scope");

        assertThat(fixture.verify(token(okta))).isPresent();
        assertThat(fixture.verify(token(entra))).isPresent();
    }

    @Test
    void refusesATokenWithoutTheScope() {
        assertThat(fixture.verify(token(claims().put("scope", "openid profile"))))
                .isEmpty();
    }

    @Test
    void refusesAnUnknownIssuerAndAnUnknownAudience() {
        assertThat(fixture.verify(token(claims().put("iss", "https://evil.example"))))
                .isEmpty();
        assertThat(fixture.verify(token(claims().put("aud", "https://evil.example"))))
                .isEmpty();
    }

    @Test
    void refusesATokenOfAnIssuerThatIsTrustedNoMore() {
        String token = token(claims());
        assertThat(fixture.verify(token)).isPresent();
        OAuthFixture.await(fixture.store.jwtIssuers().remove("acme", issuerId, OAuthFixture.ADMIN));
        assertThat(fixture.verify(token)).isEmpty();
    }

    @Test
    void aTokenOfOursIsNotTakenForOneOfTheirsNorTheirsForOurs() {
        String ownKid = new JsonObject(new String(
                        java.util.Base64.getUrlDecoder().decode(fixture.token().split("\\.")[0]),
                        java.nio.charset.StandardCharsets.UTF_8))
                .getString("kid");
        String header = new JsonObject()
                .put("alg", "RS256")
                .put("kid", ownKid)
                .put("typ", "at+jwt")
                .encode();

        assertThat(fixture.verify(Forge.sign(KEY, header, claims().encode()))).isEmpty();
    }

    private String token(JsonObject claims) {
        String header = new JsonObject().put("alg", "RS256").put("kid", "k").encode();
        return Forge.sign(KEY, header, claims.encode());
    }

    private JsonObject claims() {
        long now = fixture.clock.instant().getEpochSecond();
        return new JsonObject()
                .put("iss", "https://acme.okta.example")
                .put("aud", "https://sluice.example")
                .put("sub", "app")
                .put("scope", "scim")
                .put("exp", now + 600);
    }
}
