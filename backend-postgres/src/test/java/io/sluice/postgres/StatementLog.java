package io.sluice.postgres;

import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Every statement that went to the server, in order. */
final class StatementLog {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    List<String> sent() {
        return List.copyOf(sent);
    }

    void clear() {
        sent.clear();
    }

    Sql listening(Sql sql) {
        return new Listening(sql, sent);
    }

    private record Listening(Sql sql, List<String> sent) implements Sql {

        @Override
        public Future<RowSet<Row>> send(String statement, Tuple parameters) {
            sent.add(statement);
            return sql.send(statement, parameters);
        }

        @Override
        public <T> Future<T> inTransaction(Function<Sql, Future<T>> work) {
            return sql.inTransaction(transaction -> work.apply(new Listening(transaction, sent)));
        }
    }
}
