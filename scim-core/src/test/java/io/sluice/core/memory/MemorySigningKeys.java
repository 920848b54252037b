package io.sluice.core.memory;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Signing keys in memory, newest first. */
final class MemorySigningKeys implements SigningKeyStore {

    private final List<SigningKey> keys = new ArrayList<>();

    @Override
    public synchronized Future<List<SigningKey>> live(Instant now) {
        return Future.succeededFuture(
                keys.stream().filter(key -> key.verifiesUntil().isAfter(now)).toList());
    }

    @Override
    public synchronized Future<List<SigningKey>> rotate(SigningKey candidate, Instant unlessSignsBeyond, Instant now) {
        keys.removeIf(key -> !key.verifiesUntil().isAfter(now));
        if (keys.stream().noneMatch(key -> key.signsUntil().isAfter(unlessSignsBeyond))) {
            keys.addFirst(candidate);
        }
        return live(now);
    }
}
