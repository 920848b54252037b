package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** Makes connection pools. */
public final class Pools {

    private Pools() {}

    /** To the first host of the settings. */
    public static Pool open(Vertx vertx, PostgresSettings settings, String name, int size) {
        ServerUri uri = ServerUri.parse(settings.uri());
        return open(vertx, settings, uri, uri.hosts().getFirst(), name, size);
    }

    static Pool open(Vertx vertx, PostgresSettings settings, ServerUri uri, Endpoint endpoint, String name, int size) {
        ConnectionSettings connection = settings.connection();
        return PgBuilder.pool()
                .using(vertx)
                .with(Connections.sockets(settings))
                .connectingTo(Connections.to(uri, endpoint, settings, name))
                .with(new PoolOptions()
                        .setName(name)
                        .setMaxSize(size)
                        .setMaxWaitQueueSize(settings.maxWaiting())
                        .setIdleTimeout(
                                Math.toIntExact(Connections.unused(settings).toMillis()))
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setConnectionTimeout((int) connection.poolTimeout().toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .build();
    }

    /**
     * For one question: its connection is closed in whatever state it is when nothing comes from the host for the time-out for
     * connecting, also while it is being made, so that asking a host that hangs again and again piles nothing up.
     */
    static Pool brief(Vertx vertx, PostgresSettings settings, ServerUri uri, Endpoint endpoint, String name) {
        NetClientOptions sockets = Connections.sockets(settings);
        sockets.setReadIdleTimeout(
                Math.toIntExact(settings.connection().connectTimeout().toMillis()));
        return PgBuilder.pool()
                .using(vertx)
                .with(sockets)
                .connectingTo(Connections.to(uri, endpoint, settings, name))
                .with(new PoolOptions().setMaxSize(1))
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
}
