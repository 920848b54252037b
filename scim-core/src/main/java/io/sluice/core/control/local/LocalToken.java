package io.sluice.core.control.local;

import io.sluice.core.control.Credential;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A token with the hashes that stand for it.
 *
 * @param secrets the current one first, then the one before it while their overlap lasts
 */
public record LocalToken(String tenant, ProvisioningToken token, List<Secret> secrets) {

    /** A hash that stands for the token, and until when. */
    public record Secret(TokenHash hash, Instant expiresAt) {}

    public LocalToken {
        secrets = List.copyOf(secrets);
    }

    Optional<Credential> credential(TokenHash hash, boolean strict, Tenant owner) {
        return secrets.stream()
                .filter(secret -> secret.hash().equals(hash))
                .findFirst()
                .map(secret -> new Credential(
                        token.id(), token.idp(), token.name(), token.state(), secret.expiresAt(), strict, owner));
    }

    LocalToken with(TokenState state) {
        return new LocalToken(
                tenant,
                new ProvisioningToken(
                        token.id(),
                        token.idp(),
                        token.name(),
                        state,
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastFour(),
                        token.lastUsedAt()),
                secrets);
    }

    LocalToken used(Instant at) {
        Instant latest = token.lastUsedAt().filter(at::isBefore).orElse(at);
        return new LocalToken(
                tenant,
                new ProvisioningToken(
                        token.id(),
                        token.idp(),
                        token.name(),
                        token.state(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastFour(),
                        Optional.of(latest)),
                secrets);
    }

    /** Only the secret that was current so far may overlap: an earlier overlap ends at once. */
    LocalToken renewed(Renewal renewal, Instant now) {
        List<Secret> kept = new ArrayList<>();
        kept.add(new Secret(renewal.secret().hash(), renewal.expiresAt()));
        Instant overlapEnd = now.plus(renewal.overlap());
        Secret old = secrets.getFirst();
        Instant end = old.expiresAt().isBefore(overlapEnd) ? old.expiresAt() : overlapEnd;
        if (end.isAfter(now)) {
            kept.add(new Secret(old.hash(), end));
        }
        return new LocalToken(
                tenant,
                new ProvisioningToken(
                        token.id(),
                        token.idp(),
                        token.name(),
                        token.state(),
                        token.createdAt(),
                        renewal.expiresAt(),
                        renewal.secret().lastFour(),
                        token.lastUsedAt()),
                kept);
    }
}
