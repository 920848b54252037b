package io.sluice.postgres.control;

import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.core.control.TenantStore;
import io.sluice.core.meter.Meters;
import io.sluice.postgres.audit.AuditSealer;
import io.sluice.postgres.sql.Database;
import io.sluice.postgres.sql.Migration;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control plane in PostgreSQL. Changes notify a channel, which lets other nodes hear of them sooner; nothing depends on it.
 */
public final class PostgresControlStore implements ControlStore {

    private static final int CONNECTIONS = 4;

    /** Every request waits for them when nothing is known of its credential: they never wait for what administrators ask. */
    private static final int LOOK_UP_CONNECTIONS = 2;

    private static final double NANOS = 1e9;
    private static final Duration PARTITION_CHECK = Duration.ofHours(6);

    /** Longer than any transaction that writes an event can take. */
    private static final Duration SEAL = Duration.ofSeconds(30);

    /**
     * Somebody waits for the answer, and behind it perhaps for a second statement: both must fail before the connection of a client
     * on which nothing moves is closed.
     */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(PostgresControlStore.class);

    private final Vertx vertx;
    private final PostgresSettings settings;
    private final Database database;
    private final Sql sql;
    private final Sql slowSql;
    private final Sql lookUps;
    private final Sql views;
    private final ChangeNotices notices;
    private final AtomicLong sealedAt = new AtomicLong(System.nanoTime());
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    public PostgresControlStore(Vertx vertx, PostgresSettings settings) {
        this(vertx, settings, Meters.NONE);
    }

    public PostgresControlStore(Vertx vertx, PostgresSettings settings, Meters meters) {
        this.vertx = vertx;
        this.settings = settings;
        this.database = new Database(vertx, settings, "control", meters);
        this.notices = new ChangeNotices(vertx, database, settings.preparedStatements());
        meters.gauge(
                "audit.seal.age.seconds",
                "Seconds since this node last found all audit events sealed that can be",
                Map.of(),
                () -> (System.nanoTime() - sealedAt.get()) / NANOS);
        Sql pool = database.open("sluice-control", CONNECTIONS);
        this.sql = new TimedSql(pool, shorter(settings.statementTimeout(), LONGEST_STATEMENT));
        this.slowSql = new TimedSql(pool, settings.statementTimeout());
        this.lookUps = new TimedSql(
                database.open("sluice-look-ups", LOOK_UP_CONNECTIONS),
                shorter(settings.statementTimeout(), LONGEST_STATEMENT));
        this.views = database.mayBeStale(slowSql);
    }

    @Override
    public Future<Void> start() {
        return database.start()
                .compose(connected -> Migration.run(vertx, settings))
                .compose(migrated -> Migration.makeAuditPartitions(slowSql))
                .compose(made -> notices.start())
                .onSuccess(listening -> startTimers());
    }

    @Override
    public void onChange(Consumer<Optional<String>> listener) {
        notices.onChange(listener);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void startTimers() {
        AuditSealer sealer = new AuditSealer(slowSql);
        timers.add(vertx.setPeriodic(PARTITION_CHECK.toMillis(), timer -> Migration.makeAuditPartitions(slowSql)));
        timers.add(vertx.setPeriodic(
                SEAL.toMillis(),
                timer -> sealer.run()
                        .onSuccess(done -> sealedAt.set(System.nanoTime()))
                        .onFailure(cause -> LOG.warn("Audit events could not be sealed: {}", cause.toString()))));
    }

    @Override
    public TenantStore tenants() {
        return new PostgresTenants(sql);
    }

    @Override
    public CredentialStore credentials() {
        return new PostgresCredentials(sql, lookUps);
    }

    @Override
    public AuditTrail audit() {
        return new PostgresAuditTrail(sql, slowSql, views);
    }

    @Override
    public OAuthClientStore oauthClients() {
        return new PostgresOAuthClients(sql);
    }

    @Override
    public JwtIssuerStore jwtIssuers() {
        return new PostgresJwtIssuers(sql);
    }

    @Override
    public AdministratorStore administrators() {
        return new PostgresAdministrators(sql);
    }

    @Override
    public ConnectionStore connections() {
        return new PostgresConnections(sql);
    }

    @Override
    public SigningKeyStore signingKeys() {
        return new PostgresSigningKeys(sql);
    }

    @Override
    public Future<Void> health() {
        return database.probe();
    }

    @Override
    public Future<Void> stop() {
        timers.forEach(vertx::cancelTimer);
        return notices.stop().transform(silent -> database.close());
    }
}
