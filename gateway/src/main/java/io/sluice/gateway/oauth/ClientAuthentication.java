package io.sluice.gateway.oauth;

import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.RegisteredClient;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.jwt.Claims;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwtRules;
import io.sluice.gateway.jwt.JwtVerifier;
import io.sluice.gateway.jwt.SignatureAlgorithm;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds out which client asks, by its secret or by a signed assertion of an issuer that stands for it. */
final class ClientAuthentication {

    private static final Set<String> ASSERTION_TYPES = Set.of("jwt", "client-authentication+jwt");

    private final ClientDirectory clients;
    private final JwtVerifier verifier;
    private final JwksCache keys;
    private final Duration longestAssertion;
    private final InstantSource clock;

    ClientAuthentication(
            ClientDirectory clients, JwtVerifier verifier, JwksCache keys, Duration longest, InstantSource clock) {
        this.clients = clients;
        this.verifier = verifier;
        this.keys = keys;
        this.longestAssertion = longest;
        this.clock = clock;
    }

    /** Fails with UNAUTHORIZED: one text for an unknown client, an inactive one and a wrong secret. */
    Future<AuthenticatedClient> authenticate(ClientProof proof) {
        return clients.find(proof.clientId())
                .compose(found -> found.filter(registered -> registered.client().state() == TokenState.ACTIVE)
                        .map(registered -> check(registered, proof))
                        .orElseGet(() -> Future.failedFuture(refused())));
    }

    private Future<AuthenticatedClient> check(RegisteredClient registered, ClientProof proof) {
        return switch (proof) {
            case ClientProof.BySecret bySecret ->
                secret(registered, bySecret.secret())
                        .map(secret -> Future.succeededFuture(new AuthenticatedClient(registered, secret.id())))
                        .orElseGet(() -> Future.failedFuture(refused()));
            case ClientProof.ByAssertion byAssertion ->
                registered
                        .client()
                        .federation()
                        .map(federation -> assertion(registered, federation, byAssertion))
                        .orElseGet(() -> Future.failedFuture(refused()));
        };
    }

    private Optional<ClientSecret> secret(RegisteredClient registered, String presented) {
        byte[] hash = TokenText.hash(presented).bytes();
        Instant now = clock.instant();
        return registered.client().secrets().stream()
                .filter(secret ->
                        MessageDigest.isEqual(hash, secret.secret().hash().bytes()))
                .filter(secret -> now.isBefore(secret.expiresAt()))
                .findFirst();
    }

    private Future<AuthenticatedClient> assertion(
            RegisteredClient registered, Federation federation, ClientProof.ByAssertion proof) {
        JwtRules rules = new JwtRules(
                federation.issuer(),
                Set.of(federation.audience()),
                EnumSet.allOf(SignatureAlgorithm.class),
                ASSERTION_TYPES,
                false,
                longestAssertion,
                JwtRules.USUAL_LEEWAY);
        return verifier.verify(proof.assertion(), rules, keys.at(federation.jwksUri()))
                .compose(claims -> Claims.text(claims, "sub").equals(Optional.of(federation.subject()))
                        ? Future.succeededFuture(new AuthenticatedClient(registered, AuthenticatedClient.FEDERATION))
                        : Future.failedFuture(refused()));
    }

    private static ScimException refused() {
        return ScimException.of(ErrorKind.UNAUTHORIZED, "The client is unknown, inactive or did not prove who it is.");
    }
}
