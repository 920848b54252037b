package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Statements on a pool that is replaced when another host becomes the primary. What waits for the old pool then fails as an
 * interruption and is repeated by whoever asked: a server that hangs would never answer.
 */
final class PrimaryPool implements Sql {

    /** One pool and what waits for it; told apart by identity. */
    private static final class Generation {

        private final Pool pool;
        private final Sql sql;
        private final Set<Promise<?>> waiting = ConcurrentHashMap.newKeySet();

        Generation(Pool pool) {
            this.pool = pool;
            this.sql = new PooledSql(pool);
        }

        void abandon() {
            pool.close();
            waiting.forEach(promise -> promise.tryFail(ClosedConnectionException.INSTANCE));
        }
    }

    private final Function<Endpoint, Pool> opener;
    private final BiConsumer<PrimaryPool, Throwable> doubts;
    private volatile Generation current;

    /**
     * @param doubts told of each failure of the pool that is in use
     */
    PrimaryPool(Endpoint first, Function<Endpoint, Pool> opener, BiConsumer<PrimaryPool, Throwable> doubts) {
        this.opener = opener;
        this.doubts = doubts;
        this.current = new Generation(opener.apply(first));
    }

    void moveTo(Endpoint endpoint) {
        Generation old = current;
        current = new Generation(opener.apply(endpoint));
        old.abandon();
    }

    @Override
    public Future<RowSet<Row>> send(String statement, Tuple parameters) {
        return watched(sql -> sql.send(statement, parameters));
    }

    @Override
    public <T> Future<T> inTransaction(Function<Sql, Future<T>> work) {
        return watched(sql -> sql.inTransaction(work));
    }

    private <T> Future<T> watched(Function<Sql, Future<T>> work) {
        Generation generation = current;
        Promise<T> promise = Promise.promise();
        generation.waiting.add(promise);
        work.apply(generation.sql).onComplete(answer -> {
            generation.waiting.remove(promise);
            if (answer.succeeded()) {
                promise.tryComplete(answer.result());
                return;
            }
            if (generation == current) {
                doubts.accept(this, answer.cause());
            }
            promise.tryFail(answer.cause());
        });
        if (generation != current) {
            // The pool was replaced between taking it and waiting for it.
            promise.tryFail(ClosedConnectionException.INSTANCE);
        }
        return promise.future();
    }

    Future<Void> probe() {
        return Pools.probe(current.pool);
    }

    Future<Void> close() {
        return current.pool.close();
    }
}
