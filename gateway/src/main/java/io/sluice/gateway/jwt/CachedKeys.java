package io.sluice.gateway.jwt;

import io.sluice.core.error.ScimError;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys behind one URI: fetched by one at a time, refreshed in the background while in use, kept through failures for a while.
 * An unknown key id leads to a fetch, but never more often than the policy allows, whoever asks.
 */
final class CachedKeys {

    private final JwksPolicy policy;
    private final InstantSource clock;
    private final Supplier<Future<KeySet>> fetch;

    private KeySet keys = KeySet.empty();
    private Instant fetchedAt = Instant.EPOCH;
    private Instant attemptedAt = Instant.EPOCH;
    private Optional<Future<KeySet>> running = Optional.empty();

    CachedKeys(JwksPolicy policy, InstantSource clock, Supplier<Future<KeySet>> fetch) {
        this.policy = policy;
        this.clock = clock;
        this.fetch = fetch;
    }

    Future<Optional<VerificationKey>> key(String keyId) {
        Optional<Future<KeySet>> attempt;
        synchronized (this) {
            Instant now = clock.instant();
            Optional<VerificationKey> known = usable(now) ? keys.find(keyId) : Optional.empty();
            if (known.isPresent() && now.isBefore(fetchedAt.plus(policy.refreshAfter()))) {
                return Future.succeededFuture(known);
            }
            attempt = attempt(now);
            if (known.isPresent() || (attempt.isEmpty() && usable(now))) {
                return Future.succeededFuture(known);
            }
        }
        return attempt.map(fetched -> fetched.map(set -> set.find(keyId)).recover(this::unavailable))
                .orElseGet(() -> unavailable(new IllegalStateException("the last attempt failed a moment ago")));
    }

    private boolean usable(Instant now) {
        return now.isBefore(fetchedAt.plus(policy.staleFor()));
    }

    private Optional<Future<KeySet>> attempt(Instant now) {
        if (running.isEmpty() && !now.isBefore(attemptedAt.plus(policy.refetchAfter()))) {
            attemptedAt = now;
            Future<KeySet> fetched = fetch.get();
            running = Optional.of(fetched);
            // May complete at once, and then clears what was just set.
            fetched.onSuccess(this::store).onComplete(ignored -> finished());
            return Optional.of(fetched);
        }
        return running;
    }

    private synchronized void store(KeySet fetched) {
        keys = fetched;
        fetchedAt = clock.instant();
    }

    private synchronized void finished() {
        running = Optional.empty();
    }

    private <T> Future<T> unavailable(Throwable cause) {
        return Future.failedFuture(
                ScimError.unavailable("The keys of the token's issuer cannot be fetched now.", policy.refetchAfter())
                        .asException());
    }
}
