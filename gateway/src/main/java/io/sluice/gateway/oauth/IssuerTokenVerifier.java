package io.sluice.gateway.oauth;

import io.sluice.core.control.JwtIssuer;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.TrustedIssuer;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Texts;
import io.sluice.gateway.auth.FreshLookUps;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.auth.VerifierSettings;
import io.sluice.gateway.jwt.Claims;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwtRules;
import io.sluice.gateway.jwt.JwtVerifier;
import io.sluice.gateway.jwt.ParsedJwt;
import io.sluice.gateway.jwt.SignatureAlgorithm;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies access tokens of the authorization servers that tenants trust; the trust is looked up as often as a token. */
final class IssuerTokenVerifier {

    private static final int MAX_ISSUER = 1_000;
    private static final Set<String> TYPES = Set.of("at+jwt", "jwt");

    private final FreshLookUps<String, List<TrustedIssuer>> issuers;
    private final JwksCache keys;
    private final JwtVerifier jwts;
    private final OAuthSettings settings;
    private final VerifiedTokens verified;

    IssuerTokenVerifier(
            Vertx vertx,
            JwtIssuerStore store,
            JwksCache keys,
            JwtVerifier jwts,
            OAuthSettings settings,
            VerifierSettings trust,
            InstantSource clock) {
        this.issuers = new FreshLookUps<>(vertx, "issuers of access tokens", store::lookUp, trust);
        this.keys = keys;
        this.jwts = jwts;
        this.settings = settings;
        this.verified = new VerifiedTokens(clock);
    }

    Future<Optional<Principal>> verify(ParsedJwt jwt) {
        String name = jwt.issuer();
        if (name.length() > MAX_ISSUER || !Texts.isStorable(name)) {
            return Future.succeededFuture(Optional.empty());
        }
        List<String> audiences = Claims.audiences(jwt.claims());
        return issuers.find(name)
                .compose(found -> found.flatMap(all -> all.stream()
                                .filter(trusted ->
                                        audiences.contains(trusted.issuer().audience()))
                                .findFirst())
                        .map(trusted -> verify(jwt, trusted))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** What is known is asked for anew with its next use. */
    void forgetAll() {
        issuers.forgetAll();
    }

    private Future<Optional<Principal>> verify(ParsedJwt jwt, TrustedIssuer trusted) {
        JwtIssuer issuer = trusted.issuer();
        // The issuer's id belongs to the key: registered anew with other keys or algorithms, it is checked anew.
        return verified.get(
                        issuer.id() + ' ' + jwt.text(),
                        () -> jwts.verify(jwt, rules(issuer), keys.at(issuer.jwksUri()))
                                .map(VerifiedToken::of))
                .compose(token -> Claims.scopes(token.claims()).contains(Scopes.SCIM)
                        ? Future.succeededFuture(Optional.of(principal(trusted, token.text(settings.subjectClaim()))))
                        : Future.failedFuture(ScimException.of(
                                ErrorKind.UNAUTHORIZED, "The token is refused: its scope does not contain scim")));
    }

    private JwtRules rules(JwtIssuer issuer) {
        return new JwtRules(
                issuer.issuer(),
                Set.of(issuer.audience()),
                issuer.algorithms().stream()
                        .flatMap(name -> SignatureAlgorithm.named(name).stream())
                        .collect(Collectors.toSet()),
                TYPES,
                false,
                settings.longestForeignToken(),
                JwtRules.USUAL_LEEWAY);
    }

    private static Principal principal(TrustedIssuer trusted, String subject) {
        return new Principal(
                trusted.tenant(), trusted.issuer().idp(), trusted.issuer().id(), subject, trusted.strict());
    }
}
