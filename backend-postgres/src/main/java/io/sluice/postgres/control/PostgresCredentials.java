package io.sluice.postgres.control;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Credential;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
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

/** Provisioning tokens in PostgreSQL. */
final class PostgresCredentials implements CredentialStore {

    private final Sql sql;
    private final Sql lookUps;

    /**
     * @param lookUps for verifying, apart from what administrators do
     */
    PostgresCredentials(Sql sql, Sql lookUps) {
        this.sql = sql;
        this.lookUps = lookUps;
    }

    @Override
    public Future<ProvisioningToken> create(String tenant, NewToken token, int limit, Actor actor) {
        return sql.inTransaction(transaction -> transaction
                .send(TokenStatements.LOCK_CONNECTION, Tuple.of(tenant, token.idp()))
                .map(rows -> Rows.first(rows, row -> row.getInteger("tenant"))
                        .orElseThrow(() -> PostgresTenants.noTenant(tenant)))
                .compose(number -> transaction.send(TokenStatements.INSERT, insertion(number, token, limit)))
                .map(rows -> Rows.first(rows, TokenRow::read).orElseThrow(() -> limitReached(token.idp(), limit)))
                .compose(made -> recorded(transaction, tenant, "Created", made, actor, List.of())));
    }

    private static Tuple insertion(int number, NewToken token, int limit) {
        return Tuple.of(number, UUID.randomUUID(), token.idp(), token.name(), Values.time(token.expiresAt()))
                .addString(token.secret().lastFour())
                .addInteger(limit)
                .addBuffer(Buffer.buffer(token.secret().hash().bytes()));
    }

    private static ScimException limitReached(String idp, int limit) {
        return ScimException.of(
                ErrorKind.CONFLICT,
                "The connection " + idp + " has " + limit
                        + " tokens, which is the most it may have; delete one before a new one is generated.");
    }

    @Override
    public Future<Listing<ProvisioningToken>> list(String tenant) {
        return sql.send(TokenStatements.LIST, Tuple.of(tenant)).map(rows -> {
            if (rows.size() == 0) {
                throw PostgresTenants.noTenant(tenant);
            }
            // A tenant without tokens gives one row without a token.
            return new Listing<>(
                    Rows.all(rows, Function.<Row>identity()).stream()
                            .filter(row -> row.getUUID("id") != null)
                            .map(TokenRow::read)
                            .toList(),
                    Optional.empty());
        });
    }

    @Override
    public Future<ProvisioningToken> setState(String tenant, String id, TokenState state, Actor actor) {
        return onLocked(tenant, id, (transaction, token) -> {
            if (token.state() == state) {
                return Future.succeededFuture(token);
            }
            boolean active = state == TokenState.ACTIVE;
            AuditChange change = change("state", active ? "inactive" : "active", active ? "active" : "inactive");
            return transaction
                    .send(TokenStatements.SET_STATE, Tuple.of(tenant, UUID.fromString(token.id()), active))
                    .map(PostgresCredentials::only)
                    .compose(changed -> recorded(
                            transaction, tenant, active ? "Enabled" : "Disabled", changed, actor, List.of(change)));
        });
    }

    @Override
    public Future<ProvisioningToken> renew(String tenant, String id, Renewal renewal, Actor actor) {
        return onLocked(tenant, id, (transaction, token) -> {
            UUID key = UUID.fromString(token.id());
            Tuple parameters = Tuple.of(tenant, key, Values.time(renewal.expiresAt()))
                    .addString(renewal.secret().lastFour())
                    .addBuffer(Buffer.buffer(renewal.secret().hash().bytes()));
            AuditChange change = change(
                    "expiresAt",
                    token.expiresAt().toString(),
                    renewal.expiresAt().toString());
            return transaction
                    .send(TokenStatements.OVERLAPS, Tuple.of(tenant, key))
                    .map(rows -> Rows.all(
                            rows, row -> row.getOffsetDateTime("expires").toInstant()))
                    .compose(overlaps -> {
                        renewal.requireAllowed(token, overlaps);
                        return endSecrets(transaction, tenant, key, renewal.grace());
                    })
                    .compose(ended -> transaction.send(TokenStatements.RENEW, parameters))
                    .map(PostgresCredentials::only)
                    .compose(renewed -> recorded(transaction, tenant, "Renewed", renewed, actor, List.of(change)));
        });
    }

    private static Future<RowSet<Row>> endSecrets(Sql transaction, String tenant, UUID key, Duration overlap) {
        if (overlap.isZero()) {
            return transaction.send(TokenStatements.DROP_SECRETS, Tuple.of(tenant, key));
        }
        double seconds = overlap.toMillis() / 1000.0;
        return transaction
                .send(TokenStatements.SHORTEN_CURRENT, Tuple.of(tenant, key, seconds))
                .compose(shortened -> transaction.send(TokenStatements.DROP_ENDED_SECRETS, Tuple.of(tenant, key)));
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        return onLocked(
                        tenant,
                        id,
                        (transaction, token) -> transaction
                                .send(TokenStatements.DELETE, Tuple.of(tenant, UUID.fromString(token.id())))
                                .compose(gone -> recorded(transaction, tenant, "Deleted", token, actor, List.of())))
                .mapEmpty();
    }

    @Override
    public Future<Map<TokenHash, Credential>> lookUp(Collection<TokenHash> hashes) {
        if (hashes.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Buffer[] wanted =
                hashes.stream().map(hash -> Buffer.buffer(hash.bytes())).toArray(Buffer[]::new);
        return lookUps.send(TokenStatements.LOOK_UP, Tuple.tuple().addArrayOfBuffer(wanted))
                .map(rows -> {
                    Map<TokenHash, Credential> found = HashMap.newHashMap(rows.size());
                    for (Row row : rows) {
                        found.put(TokenHash.of(row.getBuffer("hash").getBytes()), credential(row));
                    }
                    return found;
                });
    }

    private static Credential credential(Row row) {
        return new Credential(
                row.getUUID("id").toString(),
                row.getString("idp"),
                row.getString("token_name"),
                TokenRow.state(row),
                row.getOffsetDateTime("secret_expires").toInstant(),
                row.getBoolean("strict"),
                TenantRow.read(row));
    }

    @Override
    public Future<Void> noteUse(Map<String, Instant> lastUse) {
        if (lastUse.isEmpty()) {
            return Future.succeededFuture();
        }
        // In one order everywhere, so that nodes that note the same tokens do not wait for each other in a circle.
        SortedMap<String, Instant> ordered = new TreeMap<>(lastUse);
        UUID[] keys = ordered.keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
        OffsetDateTime[] times = ordered.values().stream().map(Values::time).toArray(OffsetDateTime[]::new);
        return sql.send(
                        TokenStatements.NOTE_USE,
                        Tuple.tuple().addArrayOfUUID(keys).addArrayOfOffsetDateTime(times))
                .mapEmpty();
    }

    private interface OnToken {
        Future<ProvisioningToken> apply(Sql transaction, ProvisioningToken token);
    }

    private Future<ProvisioningToken> onLocked(String tenant, String id, OnToken action) {
        Optional<UUID> key = Values.uuid(id);
        if (key.isEmpty()) {
            return Future.failedFuture(noToken(tenant, id));
        }
        return sql.inTransaction(transaction -> transaction
                .send(TokenStatements.LOCK, Tuple.of(tenant, key.get()))
                .map(rows -> Rows.first(rows, TokenRow::read).orElseThrow(() -> noToken(tenant, id)))
                .compose(token -> action.apply(transaction, token)));
    }

    private static Future<ProvisioningToken> recorded(
            Sql transaction,
            String tenant,
            String action,
            ProvisioningToken token,
            Actor actor,
            List<AuditChange> changes) {
        TokenIdentity identity = new TokenIdentity(token.id(), token.idp());
        return ControlEvent.ofToken(tenant, action, identity, actor, changes)
                .write(transaction)
                .map(token);
    }

    private static ProvisioningToken only(RowSet<Row> rows) {
        return Rows.first(rows, TokenRow::read).orElseThrow(() -> new IllegalStateException("A locked token is gone"));
    }

    private static ScimException noToken(String tenant, String id) {
        return ScimException.of(ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no token with the id " + id + ".");
    }

    private static AuditChange change(String attribute, String from, String to) {
        return new AuditChange(
                attribute,
                Optional.of(TextNode.valueOf(from).toString()),
                Optional.of(TextNode.valueOf(to).toString()));
    }
}
