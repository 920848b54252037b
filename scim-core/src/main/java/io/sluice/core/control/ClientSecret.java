package io.sluice.core.control;

import java.time.Instant;

/** One of the secrets of an OAuth client; several can be valid at once, so that they can be changed without downtime. */
public record ClientSecret(String id, TokenSecret secret, Instant createdAt, Instant expiresAt) {}
