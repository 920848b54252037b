package io.sluice.postgres.audit;

import io.sluice.core.control.AuditRetention;
import io.sluice.postgres.sql.Repetition;
import io.sluice.postgres.sql.Repetition.Step;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/**
 * Removes old events in whole blocks from the beginning of each tenant's chain, and notes what it removed last, so that what is
 * left can be verified from there. Statement by statement it takes a bounded number of one tenant's blocks. Several that run at once
 * remove the same blocks only once.
 */
public final class AuditPruner {

    private static final int BLOCKS_AT_ONCE = 50;

    private static final String NEXT_TENANT = "SELECT min(tenant) AS tenant FROM audit_block WHERE tenant > $1";

    /** Who comes second waits for the note, and then finds the first block gone that it meant to begin with. */
    private static final String PRUNE = """
            WITH old AS (
                SELECT number, hash, newest, seqs[cardinality(seqs)] AS seq FROM audit_block
                WHERE tenant = $1 AND number < coalesce(
                    (SELECT y.number FROM audit_block y
                        WHERE y.tenant = $1 AND y.newest >= $2 ORDER BY y.number LIMIT 1),
                    9223372036854775807)
                ORDER BY number LIMIT $3
            ), last AS (
                SELECT number, hash, seq, (SELECT max(newest) FROM old) AS newest FROM old ORDER BY number DESC LIMIT 1
            ), noted AS (
                INSERT INTO audit_beginning AS b (tenant, number, hash, seq, newest)
                SELECT $1::text, number, hash, seq, newest FROM last
                ON CONFLICT (tenant) DO UPDATE SET
                    number = excluded.number, hash = excluded.hash, seq = excluded.seq,
                    newest = greatest(b.newest, excluded.newest)
                    WHERE b.number < excluded.number
                RETURNING number, seq, newest
            ), blocks AS (
                DELETE FROM audit_block b USING noted n WHERE b.tenant = $1 AND b.number <= n.number RETURNING 1
            ), events AS (
                DELETE FROM audit_event e USING noted n
                WHERE e.tenant = $1 AND e.at <= n.newest AND e.seq <= n.seq RETURNING 1
            )
            SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM blocks) AS blocks""";

    private final Sql sql;

    public AuditPruner(Sql sql) {
        this.sql = sql;
    }

    /** Answers how many events were removed. */
    public Future<Long> prune(AuditRetention retention) {
        return retention.keepsAll()
                ? Future.succeededFuture(0L)
                : Repetition.of(new Progress("", 0), done -> nextTenant(done, retention))
                        .map(Progress::removed);
    }

    /** Up to which tenant, in the order of their names. */
    private record Progress(String tenant, long removed) {}

    private Future<Step<Progress>> nextTenant(Progress done, AuditRetention retention) {
        return sql.send(NEXT_TENANT, Tuple.of(done.tenant()))
                .map(rows -> Rows.first(rows, row -> Optional.ofNullable(row.getString("tenant")))
                        .flatMap(tenant -> tenant))
                .compose(next -> next.map(tenant -> pruneOne(tenant, retention.cutOff(tenant))
                                .map(count -> Step.next(new Progress(tenant, done.removed() + count))))
                        .orElseGet(() -> Future.succeededFuture(Step.last(done))));
    }

    private Future<Long> pruneOne(String tenant, Optional<Instant> cutOff) {
        return cutOff.map(before -> Repetition.of(0L, removed -> someBlocks(tenant, before, removed)))
                .orElseGet(() -> Future.succeededFuture(0L));
    }

    private Future<Step<Long>> someBlocks(String tenant, Instant before, long removed) {
        return sql.send(PRUNE, Tuple.of(tenant, Values.time(before), BLOCKS_AT_ONCE))
                .map(rows -> {
                    long events = Rows.first(rows, row -> row.getLong("events")).orElse(0L);
                    long blocks = Rows.first(rows, row -> row.getLong("blocks")).orElse(0L);
                    return new Step<>(removed + events, blocks < BLOCKS_AT_ONCE);
                });
    }
}
