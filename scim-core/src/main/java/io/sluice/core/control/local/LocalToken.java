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
import java.util.stream.Stream;

/**
 * A token with the hashes that stand for it.
 *
 * @param secrets the current one first, then those before it while their overlaps last
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

    /** When the secrets before the current one end, those that still work. */
    List<Instant> overlapsAt(Instant now) {
        return earlier(now).map(Secret::expiresAt).toList();
    }

    private Stream<Secret> earlier(Instant now) {
        return secrets.stream().skip(1).filter(secret -> secret.expiresAt().isAfter(now));
    }

    /** Without an overlap every secret ends but the new one; with it those before keep their promised ends. */
    LocalToken renewed(Renewal renewal, Instant now) {
        List<Secret> kept = new ArrayList<>();
        kept.add(new Secret(renewal.secret().hash(), renewal.expiresAt()));
        if (!renewal.grace().isZero()) {
            Secret old = secrets.getFirst();
            Instant end = earlierOf(old.expiresAt(), now.plus(renewal.grace()));
            if (end.isAfter(now)) {
                kept.add(new Secret(old.hash(), end));
            }
            earlier(now).forEach(kept::add);
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

    private static Instant earlierOf(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
