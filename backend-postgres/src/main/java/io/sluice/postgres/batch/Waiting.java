package io.sluice.postgres.batch;

import io.vertx.core.Promise;

/** A write that waits for the statement that carries it. */
record Waiting<T, R>(T item, Promise<R> promise) {

    static <T, R> Waiting<T, R> of(T item) {
        return new Waiting<>(item, Promise.promise());
    }
}
