package io.sluice.gateway.start;

import io.sluice.core.control.ControlStore;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.gateway.activity.ActivityLog;
import io.sluice.gateway.activity.ActivitySettings;
import io.sluice.gateway.administrator.AdministratorCommands;
import io.sluice.gateway.administrator.ApiKeyVerifier;
import io.sluice.gateway.administrator.FirstAdministrator;
import io.sluice.gateway.administrator.LoginAudit;
import io.sluice.gateway.administrator.LoginThrottle;
import io.sluice.gateway.administrator.Logins;
import io.sluice.gateway.administrator.OidcProvider;
import io.sluice.gateway.administrator.PasswordHasher;
import io.sluice.gateway.auth.RefusedBearers;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.auth.VerifierSettings;
import io.sluice.gateway.config.AccessConfig;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.control.IssuerUris;
import io.sluice.gateway.control.JwtIssuerCommands;
import io.sluice.gateway.control.OAuthClientCommands;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwksFetch;
import io.sluice.gateway.jwt.JwksPolicy;
import io.sluice.gateway.oauth.AuthorizationServer;
import io.sluice.gateway.oauth.EncryptedSigningKeys;
import io.sluice.gateway.oauth.KeyCipher;
import io.sluice.gateway.oauth.OAuthSettings;
import io.sluice.gateway.ratelimit.TenantRateLimits;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Who may come in and how often, and what is remembered of their requests; one for each node. */
public record Access(
        AuthorizationServer oauth,
        OAuthClientCommands clients,
        JwtIssuerCommands issuers,
        AdministratorCommands administrators,
        FirstAdministrator firstAdministrator,
        ApiKeyVerifier apiKeys,
        Logins logins,
        LoginAudit loginAudit,
        RefusedBearers refusals,
        Optional<OidcProvider> oidc,
        TenantRateLimits rateLimits,
        ActivityLog activity) {

    private static final Duration LONGEST_FOREIGN_TOKEN = Duration.ofHours(24);
    private static final int KEPT_OF_BODY = 4_096;

    /** Of a node without any secret nobody could log in, so that it loses nothing with a key of its own. */
    private static SigningKeyStore signingKeys(Config config, ControlStore store) {
        List<String> secrets = config.encryptionSecrets().isEmpty()
                ? List.of(config.adminToken().orElseGet(() -> TokenText.generate("own_")))
                : config.encryptionSecrets();
        return new EncryptedSigningKeys(store.signingKeys(), new KeyCipher(secrets));
    }

    /** What was known of clients, issuers and API keys is asked for anew: something has changed. */
    void forgetAll() {
        oauth.forgetAll();
        apiKeys.forgetAll();
    }

    static Access of(Vertx vertx, Config config, ControlStore store, VerifierSettings trust) {
        AccessConfig access = config.access();
        InstantSource clock = InstantSource.system();
        JwksPolicy strict = JwksPolicy.strict().withPrivateHosts(new HashSet<>(access.jwksPrivateHosts()));
        JwksPolicy policy = access.jwksLoopback() ? strict.withLoopback() : strict;
        JwksFetch fetch = new JwksFetch(vertx, policy);
        OAuthSettings settings = new OAuthSettings(
                config.http().publicUrl(),
                access.accessTokenLifetime(),
                LONGEST_FOREIGN_TOKEN,
                config.scim().meClaim());
        PasswordHasher hasher = new PasswordHasher(vertx);
        LoginAudit audit = new LoginAudit(store.audit(), clock);
        IssuerUris uris = new IssuerUris(fetch);
        return new Access(
                new AuthorizationServer(
                        vertx,
                        store,
                        signingKeys(config, store),
                        new JwksCache(fetch, policy, clock),
                        settings,
                        trust,
                        clock),
                new OAuthClientCommands(store.oauthClients(), uris, access),
                new JwtIssuerCommands(store.jwtIssuers(), uris),
                new AdministratorCommands(store.administrators(), hasher),
                new FirstAdministrator(vertx, store.administrators(), hasher),
                new ApiKeyVerifier(vertx, store.administrators(), trust, clock),
                new Logins(store.administrators(), hasher, new LoginThrottle(clock), audit),
                audit,
                new RefusedBearers(store.audit(), clock),
                Oidc.of(vertx, config.oidc(), strict, clock),
                new TenantRateLimits(),
                new ActivityLog(new ActivitySettings(
                        access.activity(), access.activityRequests(), access.activityBodies(), KEPT_OF_BODY)));
    }
}
