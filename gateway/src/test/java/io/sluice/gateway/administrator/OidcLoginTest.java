package io.sluice.gateway.administrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.auth.AdminPrincipal;
import io.sluice.gateway.jwt.Forge;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwksFetch;
import io.sluice.gateway.jwt.JwksPolicy;
import io.sluice.gateway.jwt.JwtVerifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OidcLoginTest {

    private static final KeyPair KEY = Forge.rsa();
    private final OidcAttempt attempt = OidcAttempt.begin("https://sluice.example/portal/callback");
    private Vertx vertx;
    private String issuer = "";
    private JsonObject claims = new JsonObject();

    @BeforeEach
    void startProvider(Vertx vertx) {
        this.vertx = vertx;
        HttpServer server = vertx.createHttpServer().requestHandler(this::provider);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        issuer = "http://127.0.0.1:" + server.actualPort();
        long now = Instant.now().getEpochSecond();
        claims = new JsonObject()
                .put("iss", issuer)
                .put("aud", "sluice")
                .put("sub", "u-1")
                .put("email", "ada@example.com")
                .put("groups", new JsonArray().add("staff").add("sluice-operators"))
                .put("nonce", attempt.nonce())
                .put("iat", now)
                .put("exp", now + 300);
    }

    @Test
    void sendsTheBrowserAwayWithChallengeStateAndNonce() {
        assertThat(discover().authorizationUrl(attempt))
                .startsWith(issuer + "/authorize")
                .contains("code_challenge_method=S256", "state=" + attempt.state(), "nonce=" + attempt.nonce())
                .contains("scope=openid+email")
                .doesNotContain(attempt.codeVerifier());
    }

    @Test
    void makesAnOperatorFromItsGroup() {
        assertThat(await(discover().finish(attempt, "code-1")))
                .contains(new AdminPrincipal("oidc:ada@example.com", new AdministratorRole.Operator()));
    }

    @Test
    void makesATenantAdministratorFromItsGroup() {
        claims.put("groups", "acme-admins");
        assertThat(await(discover().finish(attempt, "code-1")))
                .contains(new AdminPrincipal(
                        "oidc:ada@example.com", new AdministratorRole.TenantAdministrator(Set.of("acme"))));
    }

    @Test
    void whoHasNoRoleIsNobody() {
        claims.put("groups", new JsonArray().add("staff"));
        assertThat(await(discover().finish(attempt, "code-1"))).isEmpty();
    }

    @Test
    void refusesALoginThatAnotherBrowserBegan() {
        claims.put("nonce", "other");
        assertThatThrownBy(() -> await(discover().finish(attempt, "code-1"))).hasMessageContaining("begin again");
    }

    @Test
    void refusesATokenForSomebodyElse() {
        claims.put("aud", "other-app");
        assertThatThrownBy(() -> await(discover().finish(attempt, "code-1"))).hasMessageContaining("refused");
    }

    private OidcLogin discover() {
        RoleClaims roles = new RoleClaims("groups", Set.of("sluice-operators"), Map.of("acme-admins", Set.of("acme")));
        OidcSettings settings = new OidcSettings(issuer, "sluice", "s3cret", List.of("email"), "email", roles);
        JwksPolicy policy = JwksPolicy.strict().withLoopback();
        JwksCache keys = new JwksCache(new JwksFetch(vertx, policy), policy, InstantSource.system());
        return await(OidcLogin.discover(vertx, settings, new JwtVerifier(InstantSource.system()), keys));
    }

    private void provider(HttpServerRequest request) {
        JsonObject answer = switch (Optional.ofNullable(request.path()).orElse("")) {
            case "/.well-known/openid-configuration" ->
                new JsonObject()
                        .put("issuer", issuer)
                        .put("authorization_endpoint", issuer + "/authorize")
                        .put("token_endpoint", issuer + "/token")
                        .put("jwks_uri", issuer + "/keys");
            case "/keys" -> Forge.jwks(Forge.jwk("k", KEY));
            default ->
                new JsonObject()
                        .put("access_token", "opaque")
                        .put("token_type", "Bearer")
                        .put(
                                "id_token",
                                Forge.sign(KEY, "{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":\"JWT\"}", claims.encode()));
        };
        request.response().putHeader("Content-Type", "application/json").end(answer.encode());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }
}
