package io.sluice.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.Federation;
import io.sluice.core.control.TokenState;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.jwt.Forge;
import io.sluice.gateway.jwt.KeyServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
class TokenEndpointTest {

    private static final KeyPair WORKLOAD = Forge.rsa();
    private OAuthFixture fixture;
    private KeyServer issuer;

    @BeforeEach
    void start(Vertx vertx) {
        fixture = new OAuthFixture(vertx);
        issuer = new KeyServer(vertx, Forge.jwks(Forge.jwk("w", WORKLOAD)));
    }

    @Test
    void issuesATokenForASecretInTheBody() {
        TokenReply reply = fixture.askWithSecret(fixture.secret);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().getString("token_type")).isEqualTo("Bearer");
        assertThat(reply.body().getLong("expires_in")).isEqualTo(3_600);
        assertThat(reply.body().getString("scope")).isEqualTo("scim");
        assertThat(fixture.verify(reply.body().getString("access_token"))).hasValueSatisfying(principal -> {
            assertThat(principal.tenant().id().slug()).isEqualTo("acme");
            assertThat(principal.idp()).isEqualTo("entra");
            assertThat(principal.credentialId()).isEqualTo(fixture.client.id());
        });
    }

    @Test
    void issuesATokenForBasicAuthentication() {
        assertThat(fixture.ask(List.of(basic(fixture.secret)), "grant_type=client_credentials&scope=scim")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTokenSaysWhatItIsFor() {
        String[] parts = fixture.token().split("\\.");
        JsonObject header = json(parts[0]);
        JsonObject claims = json(parts[1]);

        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        assertThat(header.getString("alg")).isEqualTo("ES256");
        assertThat(claims.getString("iss")).isEqualTo("https://sluice.example");
        assertThat(claims.getString("aud")).isEqualTo("https://sluice.example/scim/v2");
        assertThat(claims.getString("tenant")).isEqualTo("acme");
        assertThat(claims.getString("scope")).isEqualTo("scim");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(3_600);
    }

    @Test
    void publishesThePublicHalfOfItsKeyOnly() {
        String kid = json(fixture.token().split("\\.")[0]).getString("kid");
        JsonObject keys = OAuthFixture.await(fixture.server.publishedKeys());

        assertThat(keys.getJsonArray("keys").getJsonObject(0).getString("kid")).isEqualTo(kid);
        assertThat(keys.encode()).doesNotContain("\"d\"");
    }

    @Test
    void severalSecretsWorkAtOnceUntilEachExpiresOrIsRemoved() {
        String second = TokenText.generate("sls_");
        var client = OAuthFixture.await(fixture.store
                .oauthClients()
                .addSecret(
                        "acme",
                        fixture.client.id(),
                        fixture.newSecret(second, Duration.ofDays(1)),
                        5,
                        OAuthFixture.ADMIN));
        assertThat(fixture.askWithSecret(fixture.secret).status()).isEqualTo(200);
        assertThat(fixture.askWithSecret(second).status()).isEqualTo(200);

        fixture.clock.advance(Duration.ofDays(2));
        assertThat(fixture.askWithSecret(second).status()).isEqualTo(401);
        assertThat(client.secrets()).hasSize(2);
        assertThat(fixture.askWithSecret(fixture.secret).status()).isEqualTo(200);
    }

    @Test
    void removingASecretEndsTheTokensThatItGot() {
        String token = fixture.token();
        OAuthFixture.await(fixture.store
                .oauthClients()
                .removeSecret(
                        "acme",
                        fixture.client.id(),
                        fixture.client.secrets().getFirst().id(),
                        OAuthFixture.ADMIN));

        assertThat(fixture.verify(token)).isEmpty();
    }

    @Test
    void disablingAndRemovingAClientEndsItsTokens() {
        String token = fixture.token();
        var clients = fixture.store.oauthClients();
        OAuthFixture.await(clients.setState("acme", fixture.client.id(), TokenState.INACTIVE, OAuthFixture.ADMIN));
        assertThat(fixture.verify(token)).isEmpty();
        assertThat(fixture.askWithSecret(fixture.secret).body().getString("error"))
                .isEqualTo("invalid_client");

        OAuthFixture.await(clients.setState("acme", fixture.client.id(), TokenState.ACTIVE, OAuthFixture.ADMIN));
        assertThat(fixture.verify(token)).isPresent();

        OAuthFixture.await(clients.remove("acme", fixture.client.id(), OAuthFixture.ADMIN));
        assertThat(fixture.verify(token)).isEmpty();
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = fixture.token();
        assertThat(fixture.verify(token)).isPresent();
        fixture.clock.advance(Duration.ofMinutes(61));
        assertThat(fixture.verify(token)).isEmpty();
    }

    @Test
    void acceptsAnAssertionOfTheWorkloadsIssuer() {
        federate();
        TokenReply reply = assertion(fixture.client.id(), assertionClaims());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(fixture.verify(reply.body().getString("access_token"))).isPresent();

        OAuthFixture.await(fixture.store
                .oauthClients()
                .setFederation("acme", fixture.client.id(), Optional.empty(), OAuthFixture.ADMIN));
        assertThat(fixture.verify(reply.body().getString("access_token")))
                .as("the federation ended")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"iss,https://other.example", "sub,other", "aud,https://other.example"})
    void refusesAnAssertionThatStandsForSomethingElse(String claim, String value) {
        federate();

        assertThat(assertion(fixture.client.id(), assertionClaims().put(claim, value))
                        .body()
                        .getString("error"))
                .isEqualTo("invalid_client");
    }

    @Test
    void refusesAnAssertionWithoutFederation() {
        assertThat(assertion(fixture.client.id(), assertionClaims()).status()).isEqualTo(401);
        assertThat(issuer.requests()).as("nobody is asked for keys").isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                        | invalid_request",
                "grant_type=password&username=a&password=b                 | unsupported_grant_type",
                "grant_type=client_credentials&scope=admin                 | invalid_scope",
                "grant_type=client_credentials                             | invalid_client",
                "grant_type=client_credentials&client_id=x                 | invalid_client",
                "grant_type=client_credentials&client_id=x&client_secret=y | invalid_client",
                "grant_type=client_credentials&client_id=x&client_id=y     | invalid_request",
                "grant_type=client_credentials&client_id=%zz               | invalid_request",
                "grant_type=client_credentials&client_id=x&client_secret=y&client_assertion=z | invalid_request",
                "grant_type=client_credentials&client_id=x&client_assertion=z                 | invalid_request"
            })
    void answersErrorsAsTheRfcNamesThem(String body, String error) {
        assertThat(fixture.ask(List.of(), body).body().getString("error")).isEqualTo(error);
    }

    @Test
    void wrongBasicCredentialsAreChallenged() {
        TokenReply reply = fixture.ask(List.of(basic("wrong")), "grant_type=client_credentials");

        assertThat(reply).isInstanceOfSatisfying(TokenReply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.challenge()).isTrue();
        });
    }

    @Test
    void aRefusedLoginIsAuditedOnceAMinuteWithoutTheSecret() {
        fixture.askWithSecret("sls_wrong");
        fixture.askWithSecret("sls_wrong");

        var events = OAuthFixture.await(fixture.store.audit().query(everythingOf("acme"))).items().stream()
                .filter(event -> event.action().equals("OAuth Login Refused"))
                .toList();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo("failure");
            assertThat(event.idp()).isEqualTo("entra");
            assertThat(event.toString()).doesNotContain("sls_wrong");
        });
    }

    private void federate() {
        Federation federation =
                new Federation("https://login.example", "workload-1", "https://sluice.example", issuer.uri());
        OAuthFixture.await(fixture.store
                .oauthClients()
                .setFederation("acme", fixture.client.id(), Optional.of(federation), OAuthFixture.ADMIN));
    }

    private TokenReply assertion(String clientId, JsonObject claims) {
        String header = new JsonObject().put("alg", "RS256").put("kid", "w").encode();
        return fixture.ask(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_assertion_type",
                ClientProof.ASSERTION_TYPE,
                "client_assertion",
                Forge.sign(WORKLOAD, header, claims.encode())));
    }

    private JsonObject assertionClaims() {
        long now = fixture.clock.instant().getEpochSecond();
        return new JsonObject()
                .put("iss", "https://login.example")
                .put("sub", "workload-1")
                .put("aud", "https://sluice.example")
                .put("exp", now + 300);
    }

    private String basic(String secret) {
        String pair = fixture.client.id() + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static AuditQuery everythingOf(String tenant) {
        Optional<String> any = Optional.empty();
        return new AuditQuery(tenant, Optional.empty(), Optional.empty(), any, any, any, any, any, any, 100);
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
