package io.sluice.core.control;

import java.time.Instant;

/** What it takes to store a client secret; the text itself stays with the one who asked. */
public record NewClientSecret(TokenSecret secret, Instant expiresAt) {}
