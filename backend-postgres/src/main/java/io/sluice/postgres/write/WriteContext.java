package io.sluice.postgres.write;

import io.sluice.core.meter.Meters;
import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.batch.OrderedBatcher;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What all kinds of writes need.
 *
 * @param sql of the pool for writes
 * @param reads of the same server, for writes that begin with one
 */
public record WriteContext(Sql sql, Reads reads, PostgresSettings settings, InstantSource clock, Meters meters) {

    /** More statements under way at once would make smaller batches, and the log is flushed for one after the other anyway. */
    private static final int SLOTS = 2;

    /**
     * @param kind of write, for the meters
     */
    <T, R> Batcher<T, R> batcher(String kind, Function<List<T>, Future<List<R>>> flush) {
        Batcher<T, R> batcher =
                new Batcher<>(measured(kind, flush), SLOTS, settings.batchSize(), settings.maxWaiting());
        watch(kind, batcher::waiting);
        return batcher;
    }

    <K, T, R> OrderedBatcher<K, T, R> orderedBatcher(
            String kind, Function<List<T>, Future<List<R>>> flush, Function<T, K> key, Supplier<Predicate<T>> room) {
        OrderedBatcher<K, T, R> batcher = new OrderedBatcher<>(
                measured(kind, flush), key, room, SLOTS, settings.batchSize(), settings.maxWaiting());
        watch(kind, batcher::waiting);
        return batcher;
    }

    private <T, R> Function<List<T>, Future<List<R>>> measured(String kind, Function<List<T>, Future<List<R>>> flush) {
        Meters.Sizes sizes =
                meters.sizes("postgres.write.batch", "How many writes one statement carried", Map.of("kind", kind));
        return batch -> {
            sizes.record(batch.size());
            return flush.apply(batch);
        };
    }

    private void watch(String kind, DoubleSupplier waiting) {
        meters.gauge(
                "postgres.write.waiting",
                "Writes that wait for a statement to carry them",
                Map.of("kind", kind),
                waiting);
    }
}
