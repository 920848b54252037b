package io.sluice.postgres.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Every so many resources one whose place is known, so that a page by index far from the beginning need not step over everything
 * before it. Found once for all pages of a tenant and type, and anew when something was deleted, which moves the places behind it.
 *
 * <p>Resources are in the order of their ids, which begin with the time of their request. What is younger than any request that is
 * still under way is no landmark: another may yet appear before it.
 */
final class Landmarks {

    /** Stepping over fewer costs a millisecond at most, also where PostgreSQL has to look into each row whether it is visible. */
    static final int SPACING = 1_000;

    /** Longer than the longest deadline of a request and the clocks of two nodes may differ together. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int TENANTS_KEPT = 1_000;
    private static final int TIMESTAMP_SHIFT = 16;

    private static final String STATEMENT = """
            SELECT l.id,
                (SELECT coalesce(sum(t.gone), 0) FROM resource_total t WHERE t.tenant = $1 AND t.type = $2)::bigint AS gone
            FROM (
                SELECT r.id, row_number() OVER (ORDER BY r.id) - 1 AS place FROM resource r
                WHERE r.tenant = $1 AND r.type = $2 AND r.id < $3
            ) AS l
            WHERE l.place %% %d = 0 ORDER BY l.place""".formatted(SPACING);

    private record Of(int tenant, String type) {}

    /** In the order of their places; the first is the very first resource. */
    private record Known(List<UUID> ids, long gone) {

        Optional<Landmark> before(long place) {
            int last = (int) Math.min(place / SPACING, ids.size() - 1L);
            return last < 1 ? Optional.empty() : Optional.of(new Landmark((long) last * SPACING, ids.get(last), gone));
        }
    }

    private final Sql sql;
    private final InstantSource clock;
    private final Cache<Of, Future<Known>> known = Caffeine.newBuilder()
            .maximumSize(TENANTS_KEPT)
            .expireAfterWrite(KEPT)
            .build();

    Landmarks(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The last landmark that is not behind the place. Requests that come while they are looked for wait for one statement. */
    Future<Optional<Landmark>> before(int tenant, String type, long place) {
        if (place < SPACING) {
            return Future.succeededFuture(Optional.empty());
        }
        Of of = new Of(tenant, type);
        Future<Known> found = known.get(of, this::find);
        return found.onFailure(cause -> known.asMap().remove(of, found)).map(landmarks -> landmarks.before(place));
    }

    /** To be called when a landmark proved to be out of its place. */
    void moved(int tenant, String type) {
        known.invalidate(new Of(tenant, type));
    }

    private Future<Known> find(Of of) {
        UUID settled = new UUID(clock.instant().minus(SETTLED).toEpochMilli() << TIMESTAMP_SHIFT, 0);
        return sql.send(STATEMENT, Tuple.of(of.tenant, of.type, settled)).map(Landmarks::read);
    }

    private static Known read(RowSet<Row> rows) {
        List<UUID> ids = Rows.all(rows, row -> row.getUUID("id"));
        return new Known(ids, ids.isEmpty() ? 0 : rows.iterator().next().getLong("gone"));
    }
}
