package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks hosts which of them is the primary. A promotion begins a new timeline, so of two that take writes the one with the higher
 * timeline is the primary, and one that is behind what was seen before is an old primary that nobody stopped: it is refused.
 */
final class PrimarySearch {

    /** Fails on nothing: a standby has no timeline of its own to write on. */
    private static final String TIMELINE = """
            SELECT CASE WHEN pg_is_in_recovery() THEN NULL
                        ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END AS timeline""";

    private record Found(Endpoint endpoint, long timeline) {}

    private final Vertx vertx;
    private final ServerUri uri;
    private final PostgresSettings settings;
    private final AtomicLong newestTimeline = new AtomicLong();

    PrimarySearch(Vertx vertx, ServerUri uri, PostgresSettings settings) {
        this.vertx = vertx;
        this.uri = uri;
        this.settings = settings;
    }

    /** Asks all at once and waits for each at most the time-out for connecting; empty when none is a primary. */
    Future<Optional<Endpoint>> find() {
        List<Future<Optional<Found>>> asked =
                uri.hosts().stream().map(this::ask).toList();
        return Future.all(asked).map(all -> {
            Optional<Found> best = all.<Optional<Found>>list().stream()
                    .flatMap(Optional::stream)
                    .filter(found -> found.timeline() >= newestTimeline.get())
                    .max(Comparator.comparingLong(Found::timeline));
            best.ifPresent(found -> newestTimeline.accumulateAndGet(found.timeline(), Math::max));
            return best.map(Found::endpoint);
        });
    }

    private Future<Optional<Found>> ask(Endpoint endpoint) {
        Pool pool = Pools.brief(vertx, settings, uri, endpoint, "sluice-primary-check");
        return pool.query(TIMELINE)
                .execute()
                .map(rows -> found(endpoint, rows))
                .timeout(settings.connection().connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(Optional.empty())
                .andThen(answered -> pool.close());
    }

    private static Optional<Found> found(Endpoint endpoint, RowSet<Row> rows) {
        return Rows.first(rows, row -> Optional.ofNullable(row.getString("timeline")))
                .flatMap(timeline -> timeline)
                .map(timeline -> new Found(endpoint, Long.parseLong(timeline, 16)));
    }
}
