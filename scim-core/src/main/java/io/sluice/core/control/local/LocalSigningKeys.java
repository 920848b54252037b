package io.sluice.core.control.local;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Signing keys, newest first. */
final class LocalSigningKeys implements SigningKeyStore {

    private final ControlState state;
    private final Transactions transactions;

    LocalSigningKeys(ControlState state, Transactions transactions) {
        this.state = state;
        this.transactions = transactions;
    }

    @Override
    public Future<List<SigningKey>> live(Instant now) {
        return transactions.run(() -> liveAt(now));
    }

    @Override
    public Future<List<SigningKey>> rotate(SigningKey candidate, Instant unlessSignsBeyond, Instant now) {
        return transactions.run(() -> {
            state.signingKeys().removeIf(key -> !key.verifiesUntil().isAfter(now));
            if (state.signingKeys().stream().noneMatch(key -> key.signsUntil().isAfter(unlessSignsBeyond))) {
                state.signingKeys().addFirst(candidate);
            }
            return liveAt(now);
        });
    }

    private List<SigningKey> liveAt(Instant now) {
        return state.signingKeys().stream()
                .filter(key -> key.verifiesUntil().isAfter(now))
                .toList();
    }
}
