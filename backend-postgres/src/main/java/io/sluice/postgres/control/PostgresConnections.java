package io.sluice.postgres.control;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Connection;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.Listing;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Connections in PostgreSQL. */
final class PostgresConnections implements ConnectionStore {

    private static final String COLUMNS = "c.idp, c.strict, c.created";

    private static final String LIST = "SELECT " + COLUMNS
            + " FROM tenant t LEFT JOIN connection c ON c.tenant = t.number WHERE t.slug = $1 ORDER BY c.idp";

    private static final String LOCK = "SELECT " + COLUMNS
            + " FROM connection c JOIN tenant t ON t.number = c.tenant WHERE t.slug = $1 AND c.idp = $2 FOR UPDATE OF c";

    private static final String UPDATE = """
            UPDATE connection c SET strict = $3 FROM tenant t
            WHERE t.number = c.tenant AND t.slug = $1 AND c.idp = $2""";

    private final Sql sql;

    PostgresConnections(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Future<Listing<Connection>> list(String tenant) {
        return sql.send(LIST, Tuple.of(tenant)).map(rows -> {
            if (rows.size() == 0) {
                throw PostgresTenants.noTenant(tenant);
            }
            List<Connection> all = Rows.all(rows, Function.<Row>identity()).stream()
                    .filter(row -> row.getString("idp") != null)
                    .map(PostgresConnections::read)
                    .toList();
            return new Listing<>(all, Optional.empty());
        });
    }

    @Override
    public Future<Connection> setStrict(String tenant, String idp, boolean strict, Actor actor) {
        return sql.inTransaction(transaction -> transaction
                .send(LOCK, Tuple.of(tenant, idp))
                .map(rows -> Rows.first(rows, PostgresConnections::read)
                        .orElseThrow(() -> ScimException.of(
                                ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no connection " + idp + ".")))
                .compose(before -> before.strict() == strict
                        ? Future.succeededFuture(before)
                        : store(transaction, tenant, before, actor)));
    }

    /** The profile has two values, so a change turns it into the other one. */
    private static Future<Connection> store(Sql transaction, String tenant, Connection before, Actor actor) {
        Connection after = new Connection(before.idp(), !before.strict(), before.createdAt());
        AuditChange change = new AuditChange("profile", profile(before), profile(after));
        ControlEvent event = new ControlEvent(
                tenant, "SCIM Connection Updated", before.idp(), "Connection/" + before.idp(), actor, List.of(change));
        return transaction
                .send(UPDATE, Tuple.of(tenant, before.idp(), after.strict()))
                .compose(updated -> event.write(transaction))
                .map(after);
    }

    private static Optional<String> profile(Connection connection) {
        return Optional.of(
                TextNode.valueOf(connection.strict() ? "strict" : "tolerant").toString());
    }

    private static Connection read(Row row) {
        OffsetDateTime created = row.getOffsetDateTime("created");
        return new Connection(row.getString("idp"), row.getBoolean("strict"), created.toInstant());
    }
}
