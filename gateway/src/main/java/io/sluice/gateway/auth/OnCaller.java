package io.sluice.gateway.auth;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Brings the answer of something shared back to the event loop that asked. */
final class OnCaller {

    private OnCaller() {}

    static <T> Future<T> of(Vertx vertx, Future<T> shared) {
        Context caller = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        shared.onComplete(answer -> caller.runOnContext(ignored -> promise.handle(answer)));
        return promise.future();
    }
}
