package io.sluice.postgres.control;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Federation;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewClientSecret;
import io.sluice.core.control.NewOAuthClient;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.RegisteredClient;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** OAuth clients in PostgreSQL. */
final class PostgresOAuthClients implements OAuthClientStore {

    private final Sql sql;

    PostgresOAuthClients(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Future<OAuthClient> create(String tenant, NewOAuthClient wanted, Actor actor) {
        return sql.inTransaction(transaction -> transaction
                        .send(TokenStatements.LOCK_CONNECTION, Tuple.of(tenant, wanted.idp()))
                        .map(rows -> Rows.first(rows, row -> row.getInteger("tenant"))
                                .orElseThrow(() -> PostgresTenants.noTenant(tenant)))
                        .compose(number -> transaction.send(
                                ClientStatements.INSERT, Tuple.of(wanted.id(), number, wanted.idp(), wanted.name())))
                        .compose(made -> insertSecret(transaction, wanted.id(), wanted.secret()))
                        .compose(made -> recorded(transaction, tenant, wanted.id(), "Created", actor, List.of())))
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.UNIQUE_VIOLATION)
                                ? ScimException.of(ErrorKind.CONFLICT, "The client id is taken.")
                                : cause));
    }

    @Override
    public Future<Listing<OAuthClient>> list(String tenant) {
        return sql.send(ClientStatements.LIST, Tuple.of(tenant)).map(rows -> {
            if (rows.size() == 0) {
                throw PostgresTenants.noTenant(tenant);
            }
            return new Listing<>(
                    Rows.all(rows, Function.<Row>identity()).stream()
                            .filter(row -> row.getString("client_id") != null)
                            .map(ClientRow::read)
                            .toList(),
                    Optional.empty());
        });
    }

    @Override
    public Future<OAuthClient> setState(String tenant, String id, TokenState state, Actor actor) {
        return onLocked(tenant, id, (transaction, client) -> {
            if (client.state() == state) {
                return Future.succeededFuture(client);
            }
            boolean active = state == TokenState.ACTIVE;
            AuditChange change = new AuditChange(
                    "state", json(active ? "inactive" : "active"), json(active ? "active" : "inactive"));
            return transaction
                    .send(ClientStatements.SET_STATE, Tuple.of(id, active))
                    .compose(set ->
                            recorded(transaction, tenant, id, active ? "Enabled" : "Disabled", actor, List.of(change)));
        });
    }

    @Override
    public Future<OAuthClient> addSecret(String tenant, String id, NewClientSecret secret, int limit, Actor actor) {
        return onLocked(tenant, id, (transaction, client) -> {
            Instant now = Instant.now();
            long live = client.secrets().stream()
                    .filter(old -> old.expiresAt().isAfter(now))
                    .count();
            if (live >= limit) {
                return Future.failedFuture(ScimException.of(
                        ErrorKind.CONFLICT,
                        "The client has " + live + " secrets that have not expired, which is the most it may have; "
                                + "remove one before a new one is generated."));
            }
            return insertSecret(transaction, id, secret)
                    .compose(made -> recorded(transaction, tenant, id, "Secret Created", actor, List.of()));
        });
    }

    @Override
    public Future<OAuthClient> removeSecret(String tenant, String id, String secretId, Actor actor) {
        return onLocked(tenant, id, (transaction, client) -> {
            if (client.secrets().stream().noneMatch(secret -> secret.id().equals(secretId))) {
                return Future.failedFuture(ScimException.of(
                        ErrorKind.NOT_FOUND, "The client has no secret with the id " + secretId + "."));
            }
            return transaction
                    .send(ClientStatements.DELETE_SECRET, Tuple.of(id, UUID.fromString(secretId)))
                    .compose(gone -> recorded(transaction, tenant, id, "Secret Deleted", actor, List.of()));
        });
    }

    @Override
    public Future<OAuthClient> setFederation(String tenant, String id, Optional<Federation> wanted, Actor actor) {
        return onLocked(tenant, id, (transaction, client) -> {
            if (client.federation().equals(wanted)) {
                return Future.succeededFuture(client);
            }
            AuditChange change = new AuditChange(
                    "federation",
                    client.federation().flatMap(PostgresOAuthClients::named),
                    wanted.flatMap(PostgresOAuthClients::named));
            Tuple parameters = Tuple.of(id)
                    .addString(wanted.map(Federation::issuer).orElse(null))
                    .addString(wanted.map(Federation::subject).orElse(null))
                    .addString(wanted.map(Federation::audience).orElse(null))
                    .addString(wanted.map(Federation::jwksUri).orElse(null));
            return transaction
                    .send(ClientStatements.SET_FEDERATION, parameters)
                    .compose(set -> recorded(transaction, tenant, id, "Federation Changed", actor, List.of(change)));
        });
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        return onLocked(
                        tenant,
                        id,
                        (transaction, client) -> transaction
                                .send(ClientStatements.DELETE, Tuple.of(id))
                                .compose(gone -> event(transaction, tenant, client, "Deleted", actor, List.of())))
                .mapEmpty();
    }

    @Override
    public Future<Map<String, RegisteredClient>> lookUp(Collection<String> clientIds) {
        Tuple parameters = Tuple.tuple().addArrayOfString(clientIds.toArray(String[]::new));
        return sql.send(ClientStatements.LOOK_UP, parameters).map(rows -> {
            Map<String, RegisteredClient> found = HashMap.newHashMap(rows.size());
            for (Row row : rows) {
                OAuthClient client = ClientRow.read(row);
                found.put(client.id(), new RegisteredClient(client, row.getBoolean("strict"), TenantRow.read(row)));
            }
            return found;
        });
    }

    @Override
    public Future<Void> noteUse(Map<String, Instant> lastUse) {
        SortedMap<String, Instant> ordered = new TreeMap<>(lastUse);
        OffsetDateTime[] times = ordered.values().stream().map(Values::time).toArray(OffsetDateTime[]::new);
        return sql.send(
                        ClientStatements.NOTE_USE,
                        Tuple.tuple()
                                .addArrayOfString(ordered.keySet().toArray(String[]::new))
                                .addArrayOfOffsetDateTime(times))
                .mapEmpty();
    }

    private interface OnClient {
        Future<OAuthClient> apply(Sql transaction, OAuthClient client);
    }

    private Future<OAuthClient> onLocked(String tenant, String id, OnClient action) {
        return sql.inTransaction(transaction -> transaction
                .send(ClientStatements.LOCK, Tuple.of(id, tenant))
                .compose(rows -> rows.size() == 0
                        ? Future.failedFuture(ScimException.of(
                                ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no OAuth client " + id + "."))
                        : found(transaction, id))
                .compose(client -> action.apply(transaction, client)));
    }

    private static Future<OAuthClient> found(Sql transaction, String id) {
        return transaction
                .send(ClientStatements.FIND, Tuple.of(id))
                .map(rows -> Rows.first(rows, ClientRow::read)
                        .orElseThrow(() -> new IllegalStateException("A locked client is gone")));
    }

    private static Future<RowSet<Row>> insertSecret(Sql transaction, String client, NewClientSecret secret) {
        Tuple parameters = Tuple.of(client, UUID.randomUUID())
                .addBuffer(Buffer.buffer(secret.secret().hash().bytes()))
                .addString(secret.secret().lastFour())
                .addOffsetDateTime(Values.time(secret.expiresAt()));
        return transaction.send(ClientStatements.INSERT_SECRET, parameters);
    }

    private static Future<OAuthClient> recorded(
            Sql transaction, String tenant, String id, String action, Actor actor, List<AuditChange> changes) {
        return found(transaction, id).compose(client -> event(transaction, tenant, client, action, actor, changes));
    }

    private static Future<OAuthClient> event(
            Sql transaction, String tenant, OAuthClient client, String action, Actor actor, List<AuditChange> changes) {
        return new ControlEvent(
                        tenant, "OAuth Client " + action, client.idp(), "OAuthClient/" + client.id(), actor, changes)
                .write(transaction)
                .map(client);
    }

    private static Optional<String> named(Federation federation) {
        return json(federation.issuer() + " " + federation.subject());
    }

    private static Optional<String> json(String text) {
        return Optional.of(TextNode.valueOf(text).toString());
    }
}
