package io.sluice.gateway.auth;

import io.sluice.core.control.Credential;
import io.sluice.core.control.TokenState;
import java.time.Instant;
import java.util.Optional;

/**
 * What the store said about a credential.
 *
 * @param principal empty when it exists but must not be used: inactive
 * @param askedAt nanoseconds of the monotonic clock when the question was sent; what the store says later is newer
 */
record VerifiedCredential(
        String tenant, Optional<Principal> principal, Instant expiresAt, long askedAt, LastUse lastUse) {

    static VerifiedCredential of(Credential credential, long askedAt, LastUse lastUse) {
        Optional<Principal> principal = credential.state() == TokenState.ACTIVE
                ? Optional.of(new Principal(
                        credential.tenant(), credential.idp(), credential.id(), credential.id(), credential.strict()))
                : Optional.empty();
        return new VerifiedCredential(
                credential.tenant().id().slug(), principal, credential.expiresAt(), askedAt, lastUse);
    }

    Optional<Principal> principalAt(Instant now) {
        return now.isBefore(expiresAt) ? principal : Optional.empty();
    }
}
