package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/** Sends statements. Fails with a {@link io.sluice.core.error.ScimException} or the driver's own exception. */
public interface Sql {

    Future<RowSet<Row>> send(String statement, Tuple parameters);

    /** All statements of the work commit together or not at all. */
    <T> Future<T> inTransaction(Function<Sql, Future<T>> work);
}
