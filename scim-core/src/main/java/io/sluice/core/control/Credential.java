package io.sluice.core.control;

import java.time.Instant;

/**
 * What the verifier learns about a secret that exists: who it is and what holds for it now.
 *
 * @param expiresAt of this secret, an overlap considered
 * @param strict whether the connection's profile is {@code strict}
 */
public record Credential(
        String id, String idp, String name, TokenState state, Instant expiresAt, boolean strict, Tenant tenant) {}
