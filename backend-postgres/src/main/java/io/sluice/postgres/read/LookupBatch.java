package io.sluice.postgres.read;

import io.sluice.postgres.sql.KeptPlan;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Looks up resources by any number of keys in one statement.
 *
 * @param addKeys adds the array of keys to the parameters
 */
record LookupBatch<K>(Sql sql, String statement, MembershipColumns membership, BiConsumer<Tuple, List<K>> addKeys) {

    /**
     * The limit keeps the server from reading all resources instead of probing the index for each one, as it would when the table
     * was empty when the statement was prepared.
     *
     * @param condition of a row {@code r} and an input {@code i} with tenant, type and key
     * @param type of the key in SQL
     * @param most rows for one key
     */
    static String statement(String condition, String type, int most, MembershipColumns membership) {
        return KeptPlan.of(
                "SELECT i.n, " + ResourceRow.COLUMNS + membership.columns() + " FROM unnest($1::int[], $2::text[], $3::"
                        + type + "[]) WITH ORDINALITY AS i (tenant, type, key, n) CROSS JOIN LATERAL (SELECT "
                        + ResourceRow.COLUMNS + " FROM resource r WHERE " + condition + " LIMIT " + most
                        + ") AS r" + membership.join("i.tenant", 0));
    }

    Future<List<List<ResourceRow>>> send(List<Wanted<K>> wanted) {
        return sql.send(statement, parameters(wanted)).map(rows -> found(wanted, rows));
    }

    private Tuple parameters(List<Wanted<K>> wanted) {
        int count = wanted.size();
        Integer[] tenants = new Integer[count];
        String[] types = new String[count];
        List<K> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Wanted<K> one = wanted.get(i);
            tenants[i] = one.context().tenant().number();
            types[i] = one.type().name();
            keys.add(one.key());
        }
        Tuple parameters = Tuple.tuple().addArrayOfInteger(tenants).addArrayOfString(types);
        addKeys.accept(parameters, keys);
        return parameters;
    }

    private List<List<ResourceRow>> found(List<Wanted<K>> wanted, RowSet<Row> rows) {
        List<List<ResourceRow>> found = new ArrayList<>(wanted.size());
        wanted.forEach(one -> found.add(new ArrayList<>(1)));
        for (Row row : rows) {
            int place = (int) (row.getLong("n") - 1);
            Wanted<K> one = wanted.get(place);
            found.get(place).add(ResourceRow.read(row, one.context(), one.type(), membership, 0));
        }
        return found;
    }
}
