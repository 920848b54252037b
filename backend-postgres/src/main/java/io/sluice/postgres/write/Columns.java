package io.sluice.postgres.write;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a batch as parameters: one array for each column. */
final class Columns<T> {

    private final List<T> rows;
    private final Tuple parameters;

    Columns(List<T> rows) {
        this(rows, Tuple.tuple());
    }

    private Columns(List<T> rows, Tuple parameters) {
        this.rows = rows;
        this.parameters = parameters;
    }

    /** The rows of another relation, after these. */
    <U> Columns<U> then(List<U> others) {
        return new Columns<>(others, parameters);
    }

    Columns<T> ints(Function<T, Integer> column) {
        parameters.addArrayOfInteger(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    Columns<T> longs(Function<T, Long> column) {
        parameters.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    Columns<T> uuids(Function<T, UUID> column) {
        parameters.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    Columns<T> texts(Function<T, @Nullable String> column) {
        parameters.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    Columns<T> flags(Function<T, Boolean> column) {
        parameters.addArrayOfBoolean(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    Columns<T> bytes(Function<T, Buffer> column) {
        parameters.addArrayOfBuffer(rows.stream().map(column).toArray(Buffer[]::new));
        return this;
    }

    /** The columns of audit events, in the order of {@link Audit#PARAMETERS}. */
    Columns<T> events(Function<T, WriteEvent> event) {
        return texts(row -> event.apply(row).tenant())
                .texts(row -> event.apply(row).action())
                .texts(row -> event.apply(row).idp())
                .texts(row -> event.apply(row).actor())
                .texts(row -> event.apply(row).target())
                .texts(row -> event.apply(row).requestId())
                .texts(row -> event.apply(row).clientAddress())
                .texts(row -> event.apply(row).changes());
    }

    Columns<T> same(Object value) {
        parameters.addValue(value);
        return this;
    }

    Tuple parameters() {
        return parameters;
    }
}
