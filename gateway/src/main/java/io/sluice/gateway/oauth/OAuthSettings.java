package io.sluice.gateway.oauth;

import java.time.Duration;
import java.util.Optional;

/**
 * @param issuer what clients call this service; empty when the Host header of each request says it
 * @param tokenLifetime of our access tokens, at most 6 h
 * @param longestForeignToken how far ahead the expiry of a token or an assertion of others may be
 * @param subjectClaim the claim of others' tokens that is their subject
 */
public record OAuthSettings(
        Optional<String> issuer, Duration tokenLifetime, Duration longestForeignToken, String subjectClaim) {

    public static final OAuthSettings DEFAULT =
            new OAuthSettings(Optional.empty(), Duration.ofHours(1), Duration.ofHours(24), "sub");
}
