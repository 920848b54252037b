package io.sluice.core.control;

import java.time.Instant;

/** What it takes to store an API key; the text itself stays with the one who asked. */
public record NewApiKey(String name, TokenSecret secret, Instant expiresAt) {}
