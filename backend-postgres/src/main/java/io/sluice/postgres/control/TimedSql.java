package io.sluice.postgres.control;

import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Gives every statement a time limit on this side too, for a server that hangs, and explains what fails. */
record TimedSql(Sql sql, Duration limit) implements Sql {

    @Override
    public Future<RowSet<Row>> send(String statement, Tuple parameters) {
        return explained(sql.send(statement, parameters));
    }

    @Override
    public <T> Future<T> inTransaction(Function<Sql, Future<T>> work) {
        return explained(sql.inTransaction(work));
    }

    private <T> Future<T> explained(Future<T> answer) {
        return answer.timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .recover(cause -> Future.failedFuture(SqlErrors.of(cause)));
    }
}
