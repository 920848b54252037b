package io.sluice.postgres.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorAccount;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.ApiKey;
import io.sluice.core.control.ApiKeyHolder;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewAdministrator;
import io.sluice.core.control.NewApiKey;
import io.sluice.core.control.PasswordHash;
import io.sluice.core.control.TokenHash;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Administrators in PostgreSQL. */
final class PostgresAdministrators implements AdministratorStore {

    private static final String COLUMNS = "a.name AS admin_name, a.operator, a.tenants, a.created AS admin_created";
    private static final String KEY_COLUMNS =
            "k.hash, k.id AS key_id, k.name AS key_name, k.last_four, k.created AS key_created, k.expires AS key_expires";

    private static final String INSERT = """
            INSERT INTO administrator AS a (name_key, name, operator, tenants, password) VALUES ($1, $2, $3, $4, $5)
            RETURNING\s""" + COLUMNS;
    private static final String FIND = "SELECT a.password, " + COLUMNS + " FROM administrator a WHERE a.name_key = $1";
    private static final String LIST = "SELECT " + COLUMNS + " FROM administrator a ORDER BY a.name_key";
    private static final String SET_PASSWORD = "UPDATE administrator SET password = $2 WHERE name_key = $1";
    private static final String SET_ROLE = "UPDATE administrator SET operator = $2, tenants = $3 WHERE name_key = $1";
    private static final String DELETE = "DELETE FROM administrator WHERE name_key = $1";
    private static final String LOCK_OPERATORS = "SELECT pg_advisory_xact_lock(hashtext('sluice operators'))";
    private static final String OTHER_OPERATORS =
            "SELECT count(*) AS others FROM administrator a WHERE a.operator AND a.name_key <> $1";
    private static final String INSERT_KEY = """
            INSERT INTO admin_key AS k (hash, id, administrator, name, last_four, expires)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING\s""" + KEY_COLUMNS;
    private static final String KEYS = "SELECT " + KEY_COLUMNS
            + " FROM admin_key k WHERE k.administrator = $1 ORDER BY k.created DESC, k.seq DESC";
    private static final String DELETE_KEY = "DELETE FROM admin_key WHERE administrator = $1 AND id = $2";
    private static final String LOOK_UP = "SELECT " + KEY_COLUMNS + ", " + COLUMNS
            + " FROM admin_key k JOIN administrator a ON a.name_key = k.administrator WHERE k.hash = ANY ($1)";

    private final Sql sql;

    PostgresAdministrators(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Future<Administrator> create(NewAdministrator wanted, Actor actor) {
        Tuple parameters = Tuple.of(key(wanted.name()), wanted.name(), isOperator(wanted.role()))
                .addArrayOfString(tenants(wanted.role()))
                .addString(wanted.password().map(PasswordHash::encoded).orElse(null));
        return sql.inTransaction(transaction -> transaction
                        .send(INSERT, parameters)
                        .map(rows -> Rows.first(rows, PostgresAdministrators::administrator)
                                .orElseThrow(() -> new IllegalStateException("An inserted administrator is gone")))
                        .compose(made -> event("Administrator Created", "Administrator/" + made.name(), actor)
                                .write(transaction)
                                .map(made)))
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.UNIQUE_VIOLATION)
                                ? ScimException.of(
                                        ErrorKind.CONFLICT,
                                        "An administrator " + wanted.name() + " exists; choose another name.")
                                : cause));
    }

    @Override
    public Future<Optional<AdministratorAccount>> find(String name) {
        return find(sql, name, "");
    }

    @Override
    public Future<Listing<Administrator>> list() {
        return sql.send(LIST, Tuple.tuple())
                .map(rows -> new Listing<>(Rows.all(rows, PostgresAdministrators::administrator), Optional.empty()));
    }

    @Override
    public Future<Void> setPassword(String name, PasswordHash password, Actor actor) {
        return sql.inTransaction(transaction -> required(transaction, name)
                .compose(account -> transaction
                        .send(SET_PASSWORD, Tuple.of(key(name), password.encoded()))
                        .compose(set -> event(
                                        "Administrator Password Changed",
                                        "Administrator/"
                                                + account.administrator().name(),
                                        actor)
                                .write(transaction))));
    }

    @Override
    public Future<Administrator> setRole(String name, AdministratorRole role, Actor actor) {
        Tuple parameters = Tuple.of(key(name), isOperator(role)).addArrayOfString(tenants(role));
        return sql.inTransaction(transaction -> required(transaction, name)
                .compose(account ->
                        isOperator(role) ? Future.succeededFuture(account) : othersRemain(transaction, account))
                .compose(account -> {
                    Administrator before = account.administrator();
                    Administrator after = new Administrator(before.name(), role, before.createdAt());
                    return transaction
                            .send(SET_ROLE, parameters)
                            .compose(set -> event("Administrator Role Changed", "Administrator/" + before.name(), actor)
                                    .write(transaction))
                            .map(after);
                }));
    }

    @Override
    public Future<Void> remove(String name, Actor actor) {
        return sql.inTransaction(transaction -> required(transaction, name)
                .compose(account -> othersRemain(transaction, account))
                .compose(account -> transaction
                        .send(DELETE, Tuple.of(key(name)))
                        .compose(gone -> event(
                                        "Administrator Deleted",
                                        "Administrator/"
                                                + account.administrator().name(),
                                        actor)
                                .write(transaction))));
    }

    @Override
    public Future<ApiKey> addKey(String administrator, NewApiKey wanted, Actor actor) {
        Tuple parameters = Tuple.of(
                        Buffer.buffer(wanted.secret().hash().bytes()), UUID.randomUUID(), key(administrator))
                .addString(wanted.name())
                .addString(wanted.secret().lastFour())
                .addOffsetDateTime(Values.time(wanted.expiresAt()));
        return sql.inTransaction(transaction -> required(transaction, administrator)
                .compose(account -> transaction.send(INSERT_KEY, parameters))
                .map(rows -> Rows.first(rows, PostgresAdministrators::apiKey)
                        .orElseThrow(() -> new IllegalStateException("An inserted key is gone")))
                .compose(made -> event("API Key Created", "ApiKey/" + made.id(), actor)
                        .write(transaction)
                        .map(made)));
    }

    @Override
    public Future<Listing<ApiKey>> keys(String administrator) {
        return sql.inTransaction(transaction -> required(transaction, administrator)
                .compose(account -> transaction.send(KEYS, Tuple.of(key(administrator))))
                .map(rows -> new Listing<>(Rows.all(rows, PostgresAdministrators::apiKey), Optional.empty())));
    }

    @Override
    public Future<Void> removeKey(String administrator, String id, Actor actor) {
        ScimException missing = ScimException.of(ErrorKind.NOT_FOUND, "There is no API key with the id " + id + ".");
        return sql.inTransaction(transaction -> Values.uuid(id)
                .map(uuid -> transaction.send(DELETE_KEY, Tuple.of(key(administrator), uuid)))
                .orElseGet(() -> Future.failedFuture(missing))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.failedFuture(missing)
                        : event("API Key Deleted", "ApiKey/" + id, actor).write(transaction)));
    }

    @Override
    public Future<Map<TokenHash, ApiKeyHolder>> lookUpKeys(Collection<TokenHash> hashes) {
        Buffer[] wanted =
                hashes.stream().map(hash -> Buffer.buffer(hash.bytes())).toArray(Buffer[]::new);
        return sql.send(LOOK_UP, Tuple.tuple().addArrayOfBuffer(wanted)).map(rows -> {
            Map<TokenHash, ApiKeyHolder> found = HashMap.newHashMap(rows.size());
            for (Row row : rows) {
                found.put(
                        TokenHash.of(row.getBuffer("hash").getBytes()),
                        new ApiKeyHolder(apiKey(row), administrator(row)));
            }
            return found;
        });
    }

    private static Future<Optional<AdministratorAccount>> find(Sql sql, String name, String lock) {
        return sql.send(FIND + lock, Tuple.of(key(name)))
                .map(rows -> Rows.first(
                        rows,
                        row -> new AdministratorAccount(
                                administrator(row),
                                Optional.ofNullable(row.getString("password")).map(PasswordHash::new))));
    }

    private static Future<AdministratorAccount> required(Sql transaction, String name) {
        return find(transaction, name, " FOR UPDATE")
                .map(found -> found.orElseThrow(
                        () -> ScimException.of(ErrorKind.NOT_FOUND, "There is no administrator " + name + ".")));
    }

    /** Two operators who remove each other at once take turns here. */
    private static Future<AdministratorAccount> othersRemain(Sql transaction, AdministratorAccount account) {
        if (!isOperator(account.administrator().role())) {
            return Future.succeededFuture(account);
        }
        return transaction
                .send(LOCK_OPERATORS, Tuple.tuple())
                .compose(locked -> transaction.send(
                        OTHER_OPERATORS, Tuple.of(key(account.administrator().name()))))
                .map(rows -> {
                    if (Rows.first(rows, row -> row.getLong("others")).orElse(0L) == 0) {
                        throw ScimException.of(
                                ErrorKind.CONFLICT,
                                "This is the last operator; make another administrator an operator before this one"
                                        + " goes.");
                    }
                    return account;
                });
    }

    private static Administrator administrator(Row row) {
        AdministratorRole role = row.getBoolean("operator")
                ? new AdministratorRole.Operator()
                : new AdministratorRole.TenantAdministrator(Set.of(row.getArrayOfStrings("tenants")));
        return new Administrator(
                row.getString("admin_name"),
                role,
                row.getOffsetDateTime("admin_created").toInstant());
    }

    private static ApiKey apiKey(Row row) {
        return new ApiKey(
                row.getUUID("key_id").toString(),
                row.getString("key_name"),
                row.getString("last_four"),
                row.getOffsetDateTime("key_created").toInstant(),
                row.getOffsetDateTime("key_expires").toInstant());
    }

    private static boolean isOperator(AdministratorRole role) {
        return role instanceof AdministratorRole.Operator;
    }

    private static String[] tenants(AdministratorRole role) {
        return switch (role) {
            case AdministratorRole.Operator() -> new String[0];
            case AdministratorRole.TenantAdministrator(Set < String > tenants) ->
                tenants.stream().sorted().toArray(String[]::new);
        };
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ControlEvent event(String action, String target, Actor actor) {
        return new ControlEvent(AuditEvent.SYSTEM, action, "admin", target, actor, List.of());
    }
}
