package io.sluice.postgres.write;

import io.sluice.postgres.sql.Rows;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which resource a statement has written, when it says so by tenant and id. */
record Written(int tenant, UUID id) {

    static Set<Written> read(RowSet<Row> rows) {
        return new HashSet<>(Rows.all(rows, row -> new Written(row.getInteger("tenant"), row.getUUID("id"))));
    }
}
