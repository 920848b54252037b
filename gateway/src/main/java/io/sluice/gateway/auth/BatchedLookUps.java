package io.sluice.gateway.auth;

import io.sluice.core.control.Credential;
import io.sluice.core.control.TokenHash;
import io.sluice.core.error.ScimError;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the store for many credentials in one round trip: while one question is out, all others wait and go together with the
 * next one. Nobody waits for a timer, and the same credential is never asked for twice at once.
 */
final class BatchedLookUps {

    /** What one question returned and when it was sent, in nanoseconds of the monotonic clock. */
    record Found(Optional<Credential> credential, long askedAt) {}

    private static final int MAXIMUM_BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(BatchedLookUps.class);

    private final Vertx vertx;

    private final Function<Collection<TokenHash>, Future<Map<TokenHash, Credential>>> store;
    private final Duration timeout;
    private final Map<TokenHash, Promise<Found>> waiting = new LinkedHashMap<>();
    private boolean busy;

    /**
     * @param timeout for which a store that fails is asked again, and after which one that does not answer counts as unavailable
     */
    BatchedLookUps(
            Vertx vertx, Function<Collection<TokenHash>, Future<Map<TokenHash, Credential>>> store, Duration timeout) {
        this.vertx = vertx;
        this.store = store;
        this.timeout = timeout;
    }

    /** Completes on whichever thread the store answers. A question sent before this call does not answer it. */
    Future<Found> find(TokenHash hash) {
        Promise<Found> promise;
        synchronized (this) {
            promise = waiting.computeIfAbsent(hash, ignored -> Promise.promise());
            if (busy) {
                return promise.future();
            }
            busy = true;
        }
        askNext();
        return promise.future();
    }

    private void askNext() {
        Map<TokenHash, Promise<Found>> batch = takeBatch();
        if (batch.isEmpty()) {
            return;
        }
        long askedAt = System.nanoTime();
        ask(batch.keySet(), askedAt)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(answer -> {
                    askNext();
                    if (answer.failed()) {
                        LOG.warn(
                                "{} credentials could not be checked: {}",
                                batch.size(),
                                answer.cause().toString());
                    }
                    batch.forEach((hash, promise) -> {
                        if (answer.succeeded()) {
                            promise.complete(new Found(
                                    Optional.ofNullable(answer.result().get(hash)), askedAt));
                        } else {
                            promise.fail(unavailable());
                        }
                    });
                });
    }

    /** A connection that was cut is another one the next time. */
    private Future<Map<TokenHash, Credential>> ask(Collection<TokenHash> hashes, long firstAskedAt) {
        return attempt(hashes)
                .recover(cause ->
                        System.nanoTime() - firstAskedAt < timeout.minus(PAUSE).toNanos()
                                ? vertx.timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                                        .compose(passed -> ask(hashes, firstAskedAt))
                                : Future.failedFuture(cause));
    }

    private Future<Map<TokenHash, Credential>> attempt(Collection<TokenHash> hashes) {
        try {
            return store.apply(hashes);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private synchronized Map<TokenHash, Promise<Found>> takeBatch() {
        Map<TokenHash, Promise<Found>> batch = new LinkedHashMap<>();
        var entries = waiting.entrySet().iterator();
        while (entries.hasNext() && batch.size() < MAXIMUM_BATCH) {
            var entry = entries.next();
            batch.put(entry.getKey(), entry.getValue());
            entries.remove();
        }
        busy = !batch.isEmpty();
        return batch;
    }

    private static Throwable unavailable() {
        return ScimError.unavailable("Credentials cannot be checked at the moment.", Duration.ofSeconds(1))
                .asException();
    }
}
