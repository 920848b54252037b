package io.sluice.gateway.start;

import io.sluice.gateway.administrator.OidcLogin;
import io.sluice.gateway.administrator.OidcProvider;
import io.sluice.gateway.administrator.OidcSettings;
import io.sluice.gateway.administrator.RoleClaims;
import io.sluice.gateway.config.OidcConfig;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwksFetch;
import io.sluice.gateway.jwt.JwksPolicy;
import io.sluice.gateway.jwt.JwtVerifier;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the OpenID provider of the administrators out of the configuration. */
final class Oidc {

    private Oidc() {}

    /** Empty when none is configured. */
    static Optional<OidcProvider> of(Vertx vertx, OidcConfig config, JwksPolicy strict, InstantSource clock) {
        return config.issuer().map(issuer -> provider(vertx, config, issuer, strict, clock));
    }

    private static OidcProvider provider(
            Vertx vertx, OidcConfig config, String issuer, JwksPolicy strict, InstantSource clock) {
        OidcSettings settings = new OidcSettings(
                issuer,
                config.clientId(),
                config.clientSecret(),
                config.scopes(),
                config.nameClaim(),
                new RoleClaims(config.roleClaim(), config.operators(), config.tenants()));
        JwksPolicy policy = policy(issuer, strict);
        JwksCache keys = new JwksCache(new JwksFetch(vertx, policy), policy, clock);
        return new OidcProvider(issuer, () -> OidcLogin.discover(vertx, settings, new JwtVerifier(clock), keys));
    }

    /** The operator named this host: its keys may come from a private address, or from this machine when it is on it. */
    private static JwksPolicy policy(String issuer, JwksPolicy strict) {
        String host = URI.create(issuer).getHost().toLowerCase(Locale.ROOT);
        boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
        JwksPolicy own = strict.withPrivateHosts(Set.of(host));
        return here ? own.withLoopback() : own;
    }
}
