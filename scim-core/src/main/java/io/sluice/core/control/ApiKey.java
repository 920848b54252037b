package io.sluice.core.control;

import java.time.Instant;

/** An administrator's key for automation as lists show it, without its secret. */
public record ApiKey(String id, String name, String lastFour, Instant createdAt, Instant expiresAt) {}
