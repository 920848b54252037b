package io.sluice.gateway.control;

import io.sluice.core.control.Renewal;
import io.sluice.core.control.TokenSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator asks of a renewal.
 *
 * @param days until the new text expires; empty for the configured lifetime
 * @param overlap see {@link Renewal#overlap}
 * @param replaces the last four characters of the text that the administrator wants replaced; empty when they did not say
 */
public record RenewalOrder(Optional<Integer> days, Optional<Duration> overlap, Optional<String> replaces) {

    Renewal with(TokenSecret secret, Instant expiresAt, Optional<String> seen) {
        return new Renewal(secret, expiresAt, overlap, seen);
    }
}
