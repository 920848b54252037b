package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** Makes connection pools. Reads and writes have pools of their own, so that neither starves the other. */
public final class Pools {

    private static final int STATEMENT_CACHE = 512;
    private static final int LONGEST_CACHED_STATEMENT = 8_192;
    private static final int CONNECT_SECONDS = 5;

    private Pools() {}

    public static Pool open(Vertx vertx, PostgresSettings settings, String name, int size) {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(connectOptions(settings, name))
                .with(new PoolOptions()
                        .setName(name)
                        .setMaxSize(size)
                        .setMaxWaitQueueSize(settings.maxWaiting())
                        .setConnectionTimeout(CONNECT_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .build();
    }

    public static Sql sql(Pool pool) {
        return new PooledSql(pool);
    }

    /** Completes when a connection answers. */
    public static Future<Void> probe(Pool pool) {
        return pool.query("SELECT 1")
                .execute()
                .<Void>mapEmpty()
                .recover(cause -> Future.failedFuture(SqlErrors.of(cause)));
    }

    private static PgConnectOptions connectOptions(PostgresSettings settings, String name) {
        PgConnectOptions options = PgConnectOptions.fromUri(settings.uri());
        options.setCachePreparedStatements(settings.preparedStatements())
                .setPreparedStatementCacheMaxSize(STATEMENT_CACHE)
                .setPreparedStatementCacheSqlLimit(LONGEST_CACHED_STATEMENT)
                .addProperty("application_name", name);
        if (settings.preparedStatements()) {
            options.addProperty(
                    "statement_timeout",
                    Long.toString(settings.statementTimeout().toMillis()));
        } else {
            // A proxy that hands out connections by transaction refuses settings that it does not know.
            options.setUseLayer7Proxy(true);
        }
        return options;
    }
}
