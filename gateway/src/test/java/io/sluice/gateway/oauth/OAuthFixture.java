package io.sluice.gateway.oauth;

import io.sluice.core.control.Actor;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.NewClientSecret;
import io.sluice.core.control.NewOAuthClient;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.memory.MemoryControlStore;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.auth.VerifierSettings;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwksFetch;
import io.sluice.gateway.jwt.JwksPolicy;
import io.sluice.gateway.jwt.MovableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An authorization server over a store in memory, with one tenant and one client. */
final class OAuthFixture {

    static final Actor ADMIN = new Actor("root", "admin", "192.0.2.7");
    static final String ISSUER = "https://sluice.example";
    static final VerifierSettings NO_TRUST =
            new VerifierSettings(Duration.ofNanos(1), Duration.ZERO, Duration.ofNanos(1), 100, Duration.ofSeconds(2));

    final MovableClock clock = MovableClock.atRealTime();
    final ControlStore store;
    final AuthorizationServer server;
    final String secret = TokenText.generate("sls_");
    final OAuthClient client;

    OAuthFixture(Vertx vertx) {
        store = new MemoryControlStore(vertx, InstantSource.system());
        JwksPolicy policy = JwksPolicy.strict().withLoopback();
        JwksCache keys = new JwksCache(new JwksFetch(vertx, policy), policy, clock);
        server = new AuthorizationServer(
                vertx, store, store.signingKeys(), keys, OAuthSettings.DEFAULT, NO_TRUST, clock);
        await(store.tenants().create(new NewTenant("acme", "Acme", "memory"), ADMIN));
        client = await(store.oauthClients()
                .create(
                        "acme",
                        new NewOAuthClient(
                                UUID.randomUUID().toString(),
                                "entra",
                                "Entra",
                                newSecret(secret, Duration.ofDays(365))),
                        ADMIN));
    }

    NewClientSecret newSecret(String text, Duration lifetime) {
        return new NewClientSecret(TokenText.secret(text), clock.instant().plus(lifetime));
    }

    TokenReply ask(List<String> authorization, String body) {
        return await(server.endpoint().serve(new TokenRequest(authorization, body, ISSUER, "r-1", "192.0.2.9")));
    }

    TokenReply ask(Map<String, String> form) {
        return ask(List.of(), form(form));
    }

    TokenReply askWithSecret(String text) {
        return ask(Map.of("grant_type", "client_credentials", "client_id", client.id(), "client_secret", text));
    }

    String token() {
        return ((TokenReply.Issued) askWithSecret(secret)).token();
    }

    Optional<Principal> verify(String token) {
        return await(server.verifier().verify(token));
    }

    static String form(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
