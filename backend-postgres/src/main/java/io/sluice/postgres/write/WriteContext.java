package io.sluice.postgres.write;

import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.batch.OrderedBatcher;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What all kinds of writes need.
 *
 * @param sql of the pool for writes
 * @param reads of the same server, for writes that begin with one
 */
public record WriteContext(Sql sql, Reads reads, PostgresSettings settings, InstantSource clock) {

    /** More statements under way at once would make smaller batches, and the log is flushed for one after the other anyway. */
    private static final int SLOTS = 2;

    <T, R> Batcher<T, R> batcher(Function<List<T>, Future<List<R>>> flush) {
        return new Batcher<>(flush, SLOTS, settings.batchSize(), settings.maxWaiting());
    }

    <K, T, R> OrderedBatcher<K, T, R> orderedBatcher(
            Function<List<T>, Future<List<R>>> flush, Function<T, K> key, Supplier<Predicate<T>> room) {
        return new OrderedBatcher<>(flush, key, room, SLOTS, settings.batchSize(), settings.maxWaiting());
    }
}
