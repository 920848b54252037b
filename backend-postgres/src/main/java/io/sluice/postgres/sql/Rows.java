package io.sluice.postgres.sql;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the rows of an answer. */
public final class Rows {

    private Rows() {}

    public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> all = new ArrayList<>(rows.size());
        for (Row row : rows) {
            all.add(reader.apply(row));
        }
        return all;
    }

    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reader) {
        for (Row row : rows) {
            return Optional.of(reader.apply(row));
        }
        return Optional.empty();
    }
}
