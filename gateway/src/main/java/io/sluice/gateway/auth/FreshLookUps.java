package io.sluice.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.error.ScimError;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers what a store says about a key, never older than the trust window: a revocation works in time although no message
 * arrives. While one question is out all others wait and go together with the next one. What is in steady use is asked for
 * again before its trust ends.
 */
public final class FreshLookUps<K, V> {

    private record Known<V>(Optional<V> value, long askedAt) {}

    private final Vertx vertx;
    private final Function<Collection<K>, Future<Map<K, V>>> store;
    private final VerifierSettings settings;
    private final Cache<K, Known<V>> known;
    private final Map<K, Promise<Optional<V>>> waiting = new LinkedHashMap<>();
    private boolean busy;
    private volatile long distrustedBefore = Long.MIN_VALUE;

    public FreshLookUps(Vertx vertx, Function<Collection<K>, Future<Map<K, V>>> store, VerifierSettings settings) {
        this.vertx = vertx;
        this.store = store;
        this.settings = settings;
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.maximumEntries())
                .expireAfterWrite(settings.trust())
                .build();
    }

    /** Completes on the calling event loop; fails with UNAVAILABLE when the store cannot be asked. */
    public Future<Optional<V>> find(K key) {
        Known<V> entry = known.getIfPresent(key);
        if (entry == null || age(entry) > settings.trust().toNanos()) {
            return onCaller(ask(key));
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

    private static long age(Known<?> entry) {
        return System.nanoTime() - entry.askedAt();
    }

    private Future<Optional<V>> ask(K key) {
        Promise<Optional<V>> promise;
        synchronized (this) {
            promise = waiting.computeIfAbsent(key, ignored -> Promise.promise());
            if (busy) {
                return promise.future();
            }
            busy = true;
        }
        askNext();
        return promise.future();
    }

    private void askNext() {
        Map<K, Promise<Optional<V>>> batch = takeAll();
        if (batch.isEmpty()) {
            return;
        }
        long askedAt = System.nanoTime();
        asked(batch.keySet())
                .timeout(settings.lookUpTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(answer -> {
                    askNext();
                    batch.forEach((key, promise) -> {
                        if (answer.succeeded()) {
                            Optional<V> value =
                                    Optional.ofNullable(answer.result().get(key));
                            if (askedAt - distrustedBefore >= 0 || distrustedBefore == Long.MIN_VALUE) {
                                known.put(key, new Known<>(value, askedAt));
                            }
                            promise.complete(value);
                        } else {
                            promise.fail(ScimError.unavailable(
                                            "Credentials cannot be checked at the moment.", Duration.ofSeconds(1))
                                    .asException());
                        }
                    });
                });
    }

    private Future<Map<K, V>> asked(Collection<K> keys) {
        try {
            return store.apply(keys);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private synchronized Map<K, Promise<Optional<V>>> takeAll() {
        Map<K, Promise<Optional<V>>> batch = new LinkedHashMap<>(waiting);
        waiting.clear();
        busy = !batch.isEmpty();
        return batch;
    }

    private Future<Optional<V>> onCaller(Future<Optional<V>> shared) {
        Context caller = vertx.getOrCreateContext();
        Promise<Optional<V>> promise = Promise.promise();
        shared.onComplete(answer -> caller.runOnContext(ignored -> promise.handle(answer)));
        return promise.future();
    }
}
