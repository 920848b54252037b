package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/** Statements on any connection of a pool. */
final class PooledSql implements Sql {

    private final Pool pool;

    PooledSql(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<RowSet<Row>> send(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters);
    }

    @Override
    public <T> Future<T> inTransaction(Function<Sql, Future<T>> work) {
        return pool.withTransaction(connection -> work.apply(new OnConnection(connection)));
    }

    private record OnConnection(SqlClient connection) implements Sql {

        @Override
        public Future<RowSet<Row>> send(String statement, Tuple parameters) {
            return connection.preparedQuery(statement).execute(parameters);
        }

        @Override
        public <T> Future<T> inTransaction(Function<Sql, Future<T>> work) {
            return work.apply(this);
        }
    }
}
