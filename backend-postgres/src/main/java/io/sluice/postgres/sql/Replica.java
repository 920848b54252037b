package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Reads for people on a standby, never for matching or for uniqueness. How far the standby is behind is measured, not believed: a
 * position of the primary's log is remembered with its time, and once the standby has replayed it the standby is as fresh as that
 * time. A standby that is behind by more than the settings allow, that fails, or that is none any more has the primary answer.
 */
final class Replica implements Sql {

    private static final int CONNECTIONS = 4;
    private static final int CHECKS_WITHIN_STALENESS = 5;
    private static final String WRITTEN = "SELECT pg_current_wal_lsn()::text AS position";
    private static final String REPLAYED =
            "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::text::pg_lsn AS reached";

    private record Mark(String position, long time) {}

    private final Vertx vertx;
    private final Sql primary;
    private final Pool pool;
    private final Sql standby;
    private final Duration staleness;
    private final LongSupplier clock;
    private final long timer;
    private volatile Optional<Mark> awaited = Optional.empty();
    private volatile Optional<Mark> reached = Optional.empty();

    Replica(Vertx vertx, PostgresSettings settings, String uri, Sql primary, LongSupplier clock) {
        this.vertx = vertx;
        this.primary = primary;
        ServerUri parsed = ServerUri.parse(uri);
        this.pool = Pools.open(vertx, settings, parsed, parsed.hosts().getFirst(), "sluice-replica", CONNECTIONS);
        this.standby = new PooledSql(pool);
        this.staleness = settings.connection().replicaStaleness();
        this.clock = clock;
        this.timer = vertx.setPeriodic(1, staleness.toMillis() / CHECKS_WITHIN_STALENESS, tick -> check());
    }

    @Override
    public Future<RowSet<Row>> send(String statement, Tuple parameters) {
        return isFresh()
                ? standby.send(statement, parameters).recover(cause -> {
                    reached = Optional.empty();
                    return primary.send(statement, parameters);
                })
                : primary.send(statement, parameters);
    }

    /** Whoever needs a transaction wants what is true now. */
    @Override
    public <T> Future<T> inTransaction(Function<Sql, Future<T>> work) {
        return primary.inTransaction(work);
    }

    boolean isFresh() {
        return reached.filter(mark -> clock.getAsLong() - mark.time() <= staleness.toNanos())
                .isPresent();
    }

    /** Completes when it is known whether the standby has come as far as the mark. */
    Future<Void> check() {
        return awaited.map(Future::succeededFuture).orElseGet(this::mark).compose(this::compare);
    }

    private Future<Mark> mark() {
        long now = clock.getAsLong();
        return primary.send(WRITTEN, Tuple.tuple()).map(rows -> {
            Mark mark = new Mark(rows.iterator().next().getString("position"), now);
            awaited = Optional.of(mark);
            return mark;
        });
    }

    private Future<Void> compare(Mark mark) {
        return standby.send(REPLAYED, Tuple.of(mark.position())).map(rows -> {
            if (Boolean.TRUE.equals(rows.iterator().next().getBoolean("reached"))) {
                reached = Optional.of(mark);
                awaited = Optional.empty();
            }
            return null;
        });
    }

    Future<Void> close() {
        vertx.cancelTimer(timer);
        return pool.close();
    }
}
