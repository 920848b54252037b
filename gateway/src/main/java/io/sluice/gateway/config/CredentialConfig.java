package io.sluice.gateway.config;

import java.time.Duration;

/**
 * Provisioning credentials.
 *
 * @param tokensPerConnection how many tokens a connection may have at once
 * @param tokenLifetime of a token whose lifetime was not asked for
 * @param trust how long a verified credential is relied on; bounds how long a revoked one still works
 */
public record CredentialConfig(int tokensPerConnection, Duration tokenLifetime, Duration trust) {

    static final ConfigKey<Integer> TOKENS = ConfigKey.of(
            "credentials.tokensPerConnection",
            Kind.integer(1, 100),
            "2",
            "Tokens of one connection at any time: two allow rotation without downtime.");
    static final ConfigKey<Duration> LIFETIME = ConfigKey.of(
            "credentials.tokenLifetime",
            Kind.duration(Duration.ofHours(1), Duration.ofDays(3_650)),
            "365d",
            "Lifetime of a token when expiresInDays is not given.");
    static final ConfigKey<Duration> TRUST = ConfigKey.of(
            "credentials.trust",
            Kind.duration(Duration.ofMillis(50), Duration.ofMillis(600)),
            "600ms",
            "How long a verified credential is relied on before the store is asked again.");

    static CredentialConfig read(Settings settings) {
        return new CredentialConfig(settings.get(TOKENS), settings.get(LIFETIME), settings.get(TRUST));
    }
}
