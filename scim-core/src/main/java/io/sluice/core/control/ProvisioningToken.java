package io.sluice.core.control;

import java.time.Instant;
import java.util.Optional;

/**
 * A provisioning token as lists show it, without its secret.
 *
 * @param idp the vendor of the connection: entra, okta, onelogin, jumpcloud, pingone, google, sailpoint, generic
 * @param lastFour the last four characters of the current secret
 * @param lastUsedAt coarse: at most a minute behind
 */
public record ProvisioningToken(
        String id,
        String idp,
        String name,
        TokenState state,
        Instant createdAt,
        Instant expiresAt,
        String lastFour,
        Optional<Instant> lastUsedAt) {}
