package io.sluice.postgres.batch;

import io.vertx.core.Promise;

/** A write that waits for the statement that carries it. */
record Waiting<T, R>(T item, Asker asker, Promise<R> promise) {

    static <T, R> Waiting<T, R> of(T item) {
        Asker asker = Asker.current();
        return new Waiting<>(item, asker, asker.promise());
    }
}
