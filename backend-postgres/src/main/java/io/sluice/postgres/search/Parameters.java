package io.sluice.postgres.search;

import io.vertx.sqlclient.Tuple;

/** The values of a statement; {@code $1} is the tenant and {@code $2} the resource type, always. */
final class Parameters {

    private final int tenant;
    private final Tuple values;

    Parameters(int tenant, String type) {
        this.tenant = tenant;
        this.values = Tuple.of(tenant, type);
    }

    /** Takes a value in and gives the text that stands for it. */
    String add(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    int tenant() {
        return tenant;
    }

    Tuple values() {
        return values;
    }
}
