package io.sluice.gateway.oauth;

import io.sluice.core.control.RegisteredClient;
import io.sluice.core.control.TokenState;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.jwt.Claims;
import io.sluice.gateway.jwt.JwtRules;
import io.sluice.gateway.jwt.JwtVerifier;
import io.sluice.gateway.jwt.ParsedJwt;
import io.sluice.gateway.jwt.SignatureAlgorithm;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies the access tokens that we issued: the signature once, the client behind it as often as a provisioning token, so that
 * a client that is disabled or removed, or a secret that is removed, ends its tokens within the trust window.
 */
final class OwnTokenVerifier {

    private final SigningKeys keys;
    private final ClientDirectory clients;
    private final JwtVerifier jwts;
    private final OAuthSettings settings;
    private final VerifiedTokens verified;

    OwnTokenVerifier(
            SigningKeys keys, ClientDirectory clients, JwtVerifier jwts, OAuthSettings settings, InstantSource clock) {
        this.keys = keys;
        this.clients = clients;
        this.jwts = jwts;
        this.settings = settings;
        this.verified = new VerifiedTokens(clock);
    }

    /** Whether one of our keys is said to have signed it. */
    Future<Boolean> isOurs(ParsedJwt jwt) {
        return keys.verification(jwt.keyId()).map(Optional::isPresent);
    }

    Future<Optional<Principal>> verify(ParsedJwt jwt) {
        return verified.get(
                        jwt.text(),
                        () -> jwts.verify(jwt, rules(jwt), keys::verification).map(VerifiedToken::of))
                .compose(token -> clients.find(token.text("client_id"))
                        .map(found ->
                                found.filter(client -> covers(client, token)).map(client -> principal(client, token))));
    }

    private JwtRules rules(ParsedJwt jwt) {
        String issuer = settings.issuer().orElseGet(jwt::issuer);
        return new JwtRules(
                issuer,
                Set.of(AccessTokens.audience(issuer)),
                Set.of(SignatureAlgorithm.ES256),
                Set.of("at+jwt"),
                true,
                settings.tokenLifetime(),
                JwtRules.USUAL_LEEWAY);
    }

    private static boolean covers(RegisteredClient client, VerifiedToken token) {
        return client.client().state() == TokenState.ACTIVE
                && client.tenant().id().slug().equals(token.text(AccessTokens.TENANT))
                && Claims.scopes(token.claims()).contains(Scopes.SCIM)
                && AuthenticatedClient.holds(client, token.text(AccessTokens.PROOF));
    }

    /** Nobody but the client itself stands behind its token (RFC 9068 section 2.2). */
    private static Principal principal(RegisteredClient client, VerifiedToken token) {
        return new Principal(
                client.tenant(), client.client().idp(), client.client().id(), token.text("client_id"), client.strict());
    }
}
