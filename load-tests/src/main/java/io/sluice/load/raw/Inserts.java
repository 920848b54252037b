package io.sluice.load.raw;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Inserts coalesced on idle: what waits while two statements run becomes the next statement. Belongs to one event loop. */
final class Inserts {

    private static final int SLOTS = 2;
    private static final int LARGEST = 128;

    private final Pool pool;
    private final String statement;
    private final IntFunction<Tuple> rows;
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private int running;

    /**
     * @param statement inserts any number of rows and commits
     * @param rows makes the parameters of that many rows that were not there before
     */
    Inserts(Pool pool, String statement, IntFunction<Tuple> rows) {
        this.pool = pool;
        this.statement = statement;
        this.rows = rows;
    }

    Future<Void> insert() {
        Promise<Void> promise = Promise.promise();
        waiting.add(promise);
        flush();
        return promise.future();
    }

    private void flush() {
        if (running >= SLOTS || waiting.isEmpty()) {
            return;
        }
        List<Promise<Void>> head = waiting.subList(0, Math.min(LARGEST, waiting.size()));
        List<Promise<Void>> batch = List.copyOf(head);
        head.clear();
        running++;
        pool.preparedQuery(statement).execute(rows.apply(batch.size())).onComplete(result -> {
            running--;
            batch.forEach(promise -> {
                if (result.succeeded()) {
                    promise.complete();
                } else {
                    promise.fail(result.cause());
                }
            });
            flush();
        });
    }
}
