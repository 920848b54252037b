package io.sluice.postgres.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.JwtIssuer;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewJwtIssuer;
import io.sluice.core.control.TrustedIssuer;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Trusted issuers in PostgreSQL. */
final class PostgresJwtIssuers implements JwtIssuerStore {

    private static final String COLUMNS =
            "i.id AS issuer_id, i.idp, i.issuer, i.audience, i.jwks_uri, i.algorithms, i.created AS issuer_created";

    private static final String INSERT = """
            INSERT INTO jwt_issuer AS i (id, tenant, idp, issuer, audience, jwks_uri, algorithms)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING\s""" + COLUMNS;

    private static final String LIST = "SELECT " + COLUMNS + """
             FROM tenant t LEFT JOIN jwt_issuer i ON i.tenant = t.number
            WHERE t.slug = $1 ORDER BY i.created DESC, i.seq DESC""";

    private static final String DELETE = """
            DELETE FROM jwt_issuer i USING tenant t WHERE t.number = i.tenant AND t.slug = $1 AND i.id = $2
            RETURNING i.idp""";

    private static final String LOOK_UP = "SELECT " + COLUMNS + ", c.strict, " + TenantRow.COLUMNS + """
             FROM jwt_issuer i JOIN connection c ON c.tenant = i.tenant AND c.idp = i.idp
            JOIN tenant t ON t.number = i.tenant WHERE i.issuer = ANY ($1) ORDER BY i.seq""";

    private final Sql sql;

    PostgresJwtIssuers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Future<JwtIssuer> create(String tenant, NewJwtIssuer wanted, Actor actor) {
        return sql.inTransaction(transaction -> transaction
                        .send(TokenStatements.LOCK_CONNECTION, Tuple.of(tenant, wanted.idp()))
                        .map(rows -> Rows.first(rows, row -> row.getInteger("tenant"))
                                .orElseThrow(() -> PostgresTenants.noTenant(tenant)))
                        .compose(number -> transaction.send(INSERT, insertion(number, wanted)))
                        .map(rows -> Rows.first(rows, PostgresJwtIssuers::read)
                                .orElseThrow(() -> new IllegalStateException("An inserted issuer is gone")))
                        .compose(made -> event(tenant, "Created", made.id(), made.idp(), actor)
                                .write(transaction)
                                .map(made)))
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.UNIQUE_VIOLATION) ? taken(wanted) : cause));
    }

    private static Tuple insertion(int number, NewJwtIssuer wanted) {
        return Tuple.of(UUID.randomUUID(), number, wanted.idp(), wanted.issuer(), wanted.audience())
                .addString(wanted.jwksUri())
                .addArrayOfString(wanted.algorithms().toArray(String[]::new));
    }

    @Override
    public Future<Listing<JwtIssuer>> list(String tenant) {
        return sql.send(LIST, Tuple.of(tenant)).map(rows -> {
            if (rows.size() == 0) {
                throw PostgresTenants.noTenant(tenant);
            }
            return new Listing<>(
                    Rows.all(rows, Function.<Row>identity()).stream()
                            .filter(row -> row.getUUID("issuer_id") != null)
                            .map(PostgresJwtIssuers::read)
                            .toList(),
                    Optional.empty());
        });
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        Optional<UUID> key = Values.uuid(id);
        if (key.isEmpty()) {
            return Future.failedFuture(noIssuer(tenant, id));
        }
        return sql.inTransaction(transaction -> transaction
                .send(DELETE, Tuple.of(tenant, key.get()))
                .map(rows -> Rows.first(rows, row -> row.getString("idp")).orElseThrow(() -> noIssuer(tenant, id)))
                .compose(idp -> event(tenant, "Deleted", id, idp, actor).write(transaction)));
    }

    @Override
    public Future<Map<String, List<TrustedIssuer>>> lookUp(Collection<String> issuers) {
        Tuple parameters = Tuple.tuple().addArrayOfString(issuers.toArray(String[]::new));
        return sql.send(LOOK_UP, parameters).map(rows -> {
            Map<String, List<TrustedIssuer>> found = new HashMap<>();
            for (Row row : rows) {
                found.computeIfAbsent(row.getString("issuer"), name -> new ArrayList<>())
                        .add(new TrustedIssuer(read(row), row.getBoolean("strict"), TenantRow.read(row)));
            }
            return found;
        });
    }

    private static JwtIssuer read(Row row) {
        return new JwtIssuer(
                row.getUUID("issuer_id").toString(),
                row.getString("idp"),
                row.getString("issuer"),
                row.getString("audience"),
                row.getString("jwks_uri"),
                List.of(row.getArrayOfStrings("algorithms")),
                row.getOffsetDateTime("issuer_created").toInstant());
    }

    private static ControlEvent event(String tenant, String action, String id, String idp, Actor actor) {
        return new ControlEvent(tenant, "JWT Issuer " + action, idp, "JwtIssuer/" + id, actor, List.of());
    }

    private static ScimException taken(NewJwtIssuer wanted) {
        return ScimException.of(
                ErrorKind.CONFLICT,
                "The issuer " + wanted.issuer()
                        + " is registered with this audience already; choose another audience.");
    }

    private static ScimException noIssuer(String tenant, String id) {
        return ScimException.of(ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no issuer " + id + ".");
    }
}
