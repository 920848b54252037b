package io.sluice.core.control;

import java.time.Duration;
import java.time.Instant;

/**
 * A new secret for an existing token.
 *
 * @param overlap how long the old secret stays valid beside the new one; zero ends it at once
 */
public record Renewal(TokenSecret secret, Instant expiresAt, Duration overlap) {}
