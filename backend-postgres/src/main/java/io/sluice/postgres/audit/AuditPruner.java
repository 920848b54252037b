package io.sluice.postgres.audit;

import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/**
 * Removes old events in whole blocks, the oldest of each tenant first, so that what is left can still be verified. The head of a
 * chain stays: the next block continues from it.
 */
public final class AuditPruner {

    private static final int BLOCKS_AT_ONCE = 50;

    private static final String PRUNE = """
            WITH old AS (
                DELETE FROM audit_block b USING (
                    SELECT o.tenant, o.number FROM audit_block o
                    WHERE o.newest < $1
                        AND o.number < (SELECT max(h.number) FROM audit_block h WHERE h.tenant = o.tenant)
                        AND NOT EXISTS (
                            SELECT FROM audit_block y WHERE y.tenant = o.tenant AND y.number < o.number AND y.newest >= $1)
                    ORDER BY o.tenant, o.number LIMIT $2
                ) p
                WHERE b.tenant = p.tenant AND b.number = p.number
                RETURNING b.tenant, b.seqs
            ), gone AS (
                DELETE FROM audit_event e USING (SELECT tenant, unnest(seqs) AS seq FROM old) s
                WHERE e.tenant = s.tenant AND e.seq = s.seq AND e.at < $1
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM gone) AS events, (SELECT count(*) FROM old) AS blocks""";

    private final Sql sql;

    public AuditPruner(Sql sql) {
        this.sql = sql;
    }

    /** Answers how many events were removed. */
    public Future<Long> prune(Instant before) {
        return prune(before, 0);
    }

    private Future<Long> prune(Instant before, long removed) {
        return sql.send(PRUNE, Tuple.of(Values.time(before), BLOCKS_AT_ONCE)).compose(rows -> {
            long events = Rows.first(rows, row -> row.getLong("events")).orElse(0L);
            long blocks = Rows.first(rows, row -> row.getLong("blocks")).orElse(0L);
            return blocks < BLOCKS_AT_ONCE ? Future.succeededFuture(removed + events) : prune(before, removed + events);
        });
    }
}
