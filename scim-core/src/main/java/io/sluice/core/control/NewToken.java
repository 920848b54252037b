package io.sluice.core.control;

import java.time.Instant;

/** What it takes to store a token; the text itself stays with the one who asked. */
public record NewToken(String idp, String name, TokenSecret secret, Instant expiresAt) {}
