package io.sluice.gateway.config;

import io.sluice.gateway.activity.BodyPolicy;
import java.time.Duration;
import java.util.List;

/**
 * Access tokens, outside issuers and the log of recent requests.
 *
 * @param accessTokenLifetime of access tokens that the token endpoint issues
 * @param clientSecretLifetime of a client secret whose lifetime was not asked for
 * @param secretsPerClient how many secrets of one client may be valid at once
 * @param jwksPrivateHosts hosts of key sets that may have private addresses
 * @param jwksLoopback whether key sets may be fetched from this machine over plain http
 * @param activity whether recent requests are remembered
 * @param activityRequests how many of each connection
 * @param activityBodies whose bodies are kept, redacted
 * @param auditRetention how long audit events are kept; zero for ever
 */
public record AccessConfig(
        Duration accessTokenLifetime,
        Duration clientSecretLifetime,
        int secretsPerClient,
        List<String> jwksPrivateHosts,
        boolean jwksLoopback,
        boolean activity,
        int activityRequests,
        BodyPolicy activityBodies,
        Duration auditRetention) {

    static final ConfigKey<Duration> TOKEN_LIFETIME = ConfigKey.of(
            "oauth.tokenLifetime",
            Kind.duration(Duration.ofMinutes(1), Duration.ofHours(6)),
            "1h",
            "Lifetime of the access tokens that the token endpoint issues.");
    static final ConfigKey<Duration> SECRET_LIFETIME = ConfigKey.of(
            "oauth.secretLifetime",
            Kind.duration(Duration.ofHours(1), Duration.ofDays(1_095)),
            "365d",
            "Lifetime of a client secret when expiresInDays is not given.");
    static final ConfigKey<Integer> SECRETS = ConfigKey.of(
            "oauth.secretsPerClient",
            Kind.integer(1, 20),
            "3",
            "Secrets of one OAuth client that may be valid at the same time.");
    static final ConfigKey<List<String>> PRIVATE_HOSTS = ConfigKey.of(
            "jwks.privateHosts",
            Kind.words(),
            "",
            "Hosts of issuers' key sets that may resolve to private addresses, separated by commas.");
    static final ConfigKey<Boolean> LOOPBACK = ConfigKey.of(
            "jwks.loopback",
            Kind.flag(),
            "false",
            "Fetch key sets from this machine over plain http too; for tests and development only.");
    static final ConfigKey<Boolean> ACTIVITY = ConfigKey.of(
            "activity.enabled", Kind.flag(), "true", "Remember the recent requests of each connection in memory.");
    static final ConfigKey<Integer> REQUESTS =
            ConfigKey.of("activity.requests", Kind.integer(1, 10_000), "200", "How many requests of each connection.");
    static final ConfigKey<BodyPolicy> BODIES = ConfigKey.of(
            "activity.bodies",
            Kind.oneOf(BodyPolicy.class),
            "failures",
            "Whose bodies are remembered, without secrets: none, failures or all.");

    static final ConfigKey<Duration> RETENTION = ConfigKey.of(
            "audit.retention",
            Kind.duration(Duration.ZERO, Duration.ofDays(36_500)),
            "0s",
            "How long audit events are kept, such as 400d; 0s keeps them for ever.");

    static AccessConfig read(Settings settings) {
        return new AccessConfig(
                settings.get(TOKEN_LIFETIME),
                settings.get(SECRET_LIFETIME),
                settings.get(SECRETS),
                settings.get(PRIVATE_HOSTS),
                settings.get(LOOPBACK),
                settings.get(ACTIVITY),
                settings.get(REQUESTS),
                settings.get(BODIES),
                settings.get(RETENTION));
    }
}
