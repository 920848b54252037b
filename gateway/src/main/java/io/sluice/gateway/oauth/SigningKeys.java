package io.sluice.gateway.oauth;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.gateway.jwt.VerificationKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys that sign our access tokens: made when the first is needed, replaced after 30 days, kept for verification until
 * the last token that they signed has expired. All nodes share them through the store.
 */
public final class SigningKeys {

    private static final Duration SIGNS = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Duration RELOAD = Duration.ofMinutes(1);
    private static final Duration RELOAD_FOR_UNKNOWN = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final SigningKeyStore store;
    private final InstantSource clock;
    private final Duration longestToken;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.EPOCH);

    private record Snapshot(List<SigningPair> keys, Instant loadedAt) {}

    /**
     * @param longestToken the longest lifetime of a token
     */
    public SigningKeys(Vertx vertx, SigningKeyStore store, InstantSource clock, Duration longestToken) {
        this.vertx = vertx;
        this.store = store;
        this.clock = clock;
        this.longestToken = longestToken;
    }

    Future<String> sign(JsonObject claims) {
        return current().map(keys -> keys.getFirst().sign(claims));
    }

    /** The public keys as a JWK set, for others who want to verify our tokens. */
    public Future<JsonObject> published() {
        return current()
                .map(keys -> new JsonObject()
                        .put(
                                "keys",
                                new JsonArray(
                                        keys.stream().map(SigningPair::open).toList())));
    }

    /** Of one of our keys; a key that another node made a moment ago is found too. */
    Future<Optional<VerificationKey>> verification(String keyId) {
        Optional<VerificationKey> known = find(snapshot, keyId);
        if (known.isPresent() || isFresh(snapshot, RELOAD_FOR_UNKNOWN)) {
            return Future.succeededFuture(known);
        }
        return load().map(loaded -> find(snapshot, keyId));
    }

    private static Optional<VerificationKey> find(Snapshot snapshot, String keyId) {
        return snapshot.keys().stream()
                .filter(key -> key.id().equals(keyId))
                .findFirst()
                .map(SigningPair::verification);
    }

    /** Newest first, and the newest may sign. */
    private Future<List<SigningPair>> current() {
        Snapshot seen = snapshot;
        if (isFresh(seen, RELOAD) && signsBeyond(seen.keys(), clock.instant())) {
            return Future.succeededFuture(seen.keys());
        }
        return load().compose(keys ->
                signsBeyond(keys, clock.instant().plus(AHEAD)) ? Future.succeededFuture(keys) : rotate());
    }

    private Future<List<SigningPair>> load() {
        return store.live(clock.instant()).map(this::remember);
    }

    private Future<List<SigningPair>> rotate() {
        Instant now = clock.instant();
        return vertx.executeBlocking(() -> candidate(now))
                .compose(candidate -> store.rotate(candidate, now.plus(AHEAD), now))
                .map(this::remember);
    }

    private SigningKey candidate(Instant now) {
        String kid = UUID.randomUUID().toString();
        Instant signsUntil = now.plus(SIGNS);
        return new SigningKey(
                kid,
                "ES256",
                EcJwk.generate(kid).encode(),
                now,
                signsUntil,
                signsUntil.plus(longestToken).plus(Duration.ofHours(1)));
    }

    private List<SigningPair> remember(List<SigningKey> stored) {
        Snapshot before = snapshot;
        List<SigningPair> keys = stored.stream().map(key -> reuse(before, key)).toList();
        snapshot = new Snapshot(keys, clock.instant());
        return keys;
    }

    private SigningPair reuse(Snapshot before, SigningKey key) {
        return before.keys().stream()
                .filter(pair -> pair.id().equals(key.id()))
                .findFirst()
                .orElseGet(() -> SigningPair.of(vertx, key));
    }

    private boolean isFresh(Snapshot seen, Duration within) {
        return clock.instant().isBefore(seen.loadedAt().plus(within));
    }

    private static boolean signsBeyond(List<SigningPair> keys, Instant time) {
        return !keys.isEmpty() && keys.getFirst().signsUntil().isAfter(time);
    }
}
