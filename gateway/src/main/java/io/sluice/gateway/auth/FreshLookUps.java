package io.sluice.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.gateway.auth.BatchedLookUps.Found;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers what a store says about a key, never older than the trust window: a revocation works in time although no message
 * arrives. What is in steady use is asked for again before its trust ends, and a store that fails is asked again for as long as
 * {@link VerifierSettings#lookUpTimeout} says.
 */
public final class FreshLookUps<K, V> {

    private final Vertx vertx;
    private final VerifierSettings settings;
    private final BatchedLookUps<K, V> lookUps;
    private final Cache<K, Found<V>> known;
    private volatile long distrustedBefore = Long.MIN_VALUE;

    /**
     * @param what the keys stand for, in the plural, as the log names it
     */
    public FreshLookUps(
            Vertx vertx, String what, Function<Collection<K>, Future<Map<K, V>>> store, VerifierSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.lookUps = new BatchedLookUps<>(what, store, new RetryPolicy(vertx, settings.lookUpTimeout()));
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.maximumEntries())
                .expireAfterWrite(settings.trust())
                .build();
    }

    /** Completes on the calling event loop; fails with UNAVAILABLE when the store cannot be asked. */
    public Future<Optional<V>> find(K key) {
        Found<V> entry = known.getIfPresent(key);
        if (entry == null || age(entry) > settings.trust().toNanos()) {
            return OnCaller.of(vertx, ask(key));
        }
        if (age(entry) > settings.refreshAhead().toNanos()) {
            ask(key);
        }
        return Future.succeededFuture(entry.value());
    }

    /** What was asked before now is asked for anew with its next use. */
    public void forgetAll() {
        known.invalidateAll();
        distrustedBefore = System.nanoTime();
    }

    private static long age(Found<?> entry) {
        return System.nanoTime() - entry.askedAt();
    }

    private Future<Optional<V>> ask(K key) {
        return lookUps.find(key).map(found -> {
            if (found.askedAt() - distrustedBefore >= 0 || distrustedBefore == Long.MIN_VALUE) {
                known.put(key, found);
            }
            return found.value();
        });
    }
}
