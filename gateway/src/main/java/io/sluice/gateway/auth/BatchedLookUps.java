package io.sluice.gateway.auth;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the store for many keys in one round trip: while one question is out, all others wait and go together with the next one.
 * Nobody waits for a timer, and the same key is never asked for twice at once.
 */
final class BatchedLookUps<K, V> {

    /** What one question returned and when it was sent, in nanoseconds of the monotonic clock. */
    record Found<V>(Optional<V> value, long askedAt) {}

    private static final int MAXIMUM_BATCH = 500;

    private final String what;
    private final Function<Collection<K>, Future<Map<K, V>>> store;
    private final RetryPolicy retries;
    private final Map<K, Promise<Found<V>>> waiting = new LinkedHashMap<>();
    private boolean busy;

    /**
     * @param what the keys stand for, in the plural, as the log names it
     */
    BatchedLookUps(String what, Function<Collection<K>, Future<Map<K, V>>> store, RetryPolicy retries) {
        this.what = what;
        this.store = store;
        this.retries = retries;
    }

    /**
     * Completes on whichever thread the store answers; fails with UNAVAILABLE when it cannot be asked. A question sent before
     * this call does not answer it.
     */
    Future<Found<V>> find(K key) {
        Promise<Found<V>> promise;
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
        Map<K, Promise<Found<V>>> batch = takeBatch();
        if (batch.isEmpty()) {
            return;
        }
        long askedAt = System.nanoTime();
        retries.ask(what + " (" + batch.size() + ")", () -> store.apply(batch.keySet()))
                .onComplete(answer -> {
                    askNext();
                    batch.forEach((key, promise) -> {
                        if (answer.succeeded()) {
                            promise.complete(new Found<>(
                                    Optional.ofNullable(answer.result().get(key)), askedAt));
                        } else {
                            promise.fail(answer.cause());
                        }
                    });
                });
    }

    private synchronized Map<K, Promise<Found<V>>> takeBatch() {
        Map<K, Promise<Found<V>>> batch = new LinkedHashMap<>();
        var entries = waiting.entrySet().iterator();
        while (entries.hasNext() && batch.size() < MAXIMUM_BATCH) {
            var entry = entries.next();
            batch.put(entry.getKey(), entry.getValue());
            entries.remove();
        }
        busy = !batch.isEmpty();
        return batch;
    }
}
