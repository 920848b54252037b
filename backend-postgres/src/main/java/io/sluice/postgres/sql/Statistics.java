package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the server count its tables anew as soon as they have grown by half.
 *
 * <p>Plans are kept, and one that was made for an empty table may read all of a tenant for each look-up: every index looks the same
 * when there is nothing in it. The server makes kept plans anew after an analysis, and its own (autovacuum) comes once a minute; a
 * first synchronisation has brought a quarter of a million users by then.
 */
public final class Statistics {

    /** Of changed rows; fewer are read from end to end in less time than an analysis takes. */
    static final int FEWEST = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** The numbers of changed and of living rows are estimates that lag behind by a second. */
    private static final String OUTGROWN = """
            SELECT relname::text AS name FROM pg_stat_user_tables
            WHERE relid IN ('resource'::regclass, 'group_member'::regclass)
                AND n_mod_since_analyze > greatest(%d, n_live_tup / 3)
            ORDER BY relname""".formatted(FEWEST);

    private final Vertx vertx;
    private final Sql sql;
    private volatile long timer;
    private volatile boolean stopped;

    public Statistics(Vertx vertx, Sql sql) {
        this.vertx = vertx;
        this.sql = sql;
    }

    public void start() {
        watchAfter(CHECK);
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void watchAfter(Duration delay) {
        timer = vertx.setTimer(
                delay.toMillis(),
                due -> refresh().onComplete(done -> {
                    if (!stopped) {
                        watchAfter(done.succeeded() ? CHECK : PAUSE);
                    }
                }));
    }

    /** A failure is no harm: the server's own analysis comes later. */
    private Future<Void> refresh() {
        return sql.send(OUTGROWN, Tuple.tuple())
                .map(rows -> Rows.all(rows, row -> row.getString("name")))
                .compose(this::analyze)
                .onFailure(cause -> LOG.debug("Tables were not analysed", cause));
    }

    private Future<Void> analyze(List<String> tables) {
        Future<Void> all = Future.succeededFuture();
        for (String table : tables) {
            // Another node is at it when the table is locked.
            all = all.compose(before ->
                    sql.send("ANALYZE (SKIP_LOCKED) " + table, Tuple.tuple()).mapEmpty());
        }
        return all;
    }
}
