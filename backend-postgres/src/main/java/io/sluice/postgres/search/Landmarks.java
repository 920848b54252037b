package io.sluice.postgres.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Every so many resources one whose place is known, so that a page by index far from the beginning need not step over everything
 * before it. Found once for all pages of a tenant and type, and anew when something was deleted, which moves the places behind it.
 *
 * <p>Resources are in the order of their ids, which begin with the time of their request. What is younger than any request that is
 * still under way is no landmark: another may yet appear before it.
 */
final class Landmarks {

    /** Stepping over fewer costs less than a millisecond. */
    static final int SPACING = 10_000;

    /** Longer than the longest deadline of a request and the clocks of two nodes may differ together. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int TENANTS_KEPT = 1_000;
    private static final int TIMESTAMP_SHIFT = 16;

    private static final String STATEMENT = """
            SELECT l.id, l.place,
                (SELECT coalesce(sum(t.gone), 0) FROM resource_total t WHERE t.tenant = $1 AND t.type = $2)::bigint AS gone
            FROM (
                SELECT r.id, row_number() OVER (ORDER BY r.id) - 1 AS place FROM resource r
                WHERE r.tenant = $1 AND r.type = $2 AND r.id < $3
            ) AS l
            WHERE l.place > 0 AND l.place %% %d = 0""".formatted(SPACING);

    private record Of(int tenant, String type) {}

    private final Sql sql;
    private final InstantSource clock;
    private final Cache<Of, Future<TreeMap<Long, Landmark>>> known = Caffeine.newBuilder()
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
        Future<TreeMap<Long, Landmark>> found = known.get(of, this::find);
        return found.onFailure(cause -> known.asMap().remove(of, found))
                .map(landmarks ->
                        Optional.ofNullable(landmarks.floorEntry(place)).map(TreeMap.Entry::getValue));
    }

    /** To be called when a landmark proved to be out of its place. */
    void moved(int tenant, String type) {
        known.invalidate(new Of(tenant, type));
    }

    private Future<TreeMap<Long, Landmark>> find(Of of) {
        UUID settled = new UUID(clock.instant().minus(SETTLED).toEpochMilli() << TIMESTAMP_SHIFT, 0);
        return sql.send(STATEMENT, Tuple.of(of.tenant, of.type, settled)).map(Landmarks::read);
    }

    private static TreeMap<Long, Landmark> read(RowSet<Row> rows) {
        TreeMap<Long, Landmark> landmarks = new TreeMap<>();
        for (Row row : rows) {
            Landmark landmark = new Landmark(row.getLong("place"), row.getUUID("id"), row.getLong("gone"));
            landmarks.put(landmark.place(), landmark);
        }
        return landmarks;
    }
}
