package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database's schema up to date. Safe when several nodes start at once: each holds a lock of the database while
 * it migrates, because Flyway's own does not cover the first start on an empty database. Uses JDBC and blocks, therefore on a worker
 * thread, and only at start.
 */
public final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int MONTHS_AHEAD = 2;
    private static final int CONNECT_SECONDS = 10;

    /** Of the transaction, which a proxy that hands connections out by transaction keeps, too. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('sluice migration'))";

    private Migration() {}

    public static Future<Void> run(Vertx vertx, PostgresSettings settings) {
        return vertx.<Void>executeBlocking(
                () -> {
                    migrate(settings);
                    return null;
                },
                false);
    }

    private static void migrate(PostgresSettings settings) {
        PGSimpleDataSource source = dataSource(settings);
        try (Connection connection = source.getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute(LOCK);
            LOG.debug("{} migrations applied", migrate(source));
            NormalForm.renew(connection);
            connection.commit();
        } catch (FlywayException | SQLException e) {
            LOG.warn("The database's schema cannot be brought up to date", e);
            throw SqlErrors.unavailable("The database's schema cannot be brought up to date; the log says why.");
        }
    }

    private static int migrate(PGSimpleDataSource source) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:io/sluice/postgres/migration")
                .table("sluice_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** To the primary among the hosts. */
    static PGSimpleDataSource dataSource(PostgresSettings settings) {
        ServerUri uri = ServerUri.parse(settings.uri());
        PgConnectOptions options = uri.options();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(uri.hosts().stream().map(Endpoint::host).toArray(String[]::new));
        source.setPortNumbers(uri.hosts().stream().mapToInt(Endpoint::port).toArray());
        if (uri.hosts().size() > 1) {
            source.setTargetServerType("primary");
        }
        source.setDatabaseName(options.getDatabase());
        source.setUser(options.getUser());
        source.setPassword(options.getPassword());
        source.setApplicationName("sluice-migration");
        source.setConnectTimeout(CONNECT_SECONDS);
        if (!settings.preparedStatements()) {
            source.setPrepareThreshold(0);
        }
        if (options.getSslMode() != SslMode.DISABLE) {
            encrypt(source, options.getSslMode(), settings.connection());
        }
        return source;
    }

    private static void encrypt(PGSimpleDataSource source, SslMode mode, ConnectionSettings settings) {
        source.setSslMode(mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        settings.rootCertificate()
                .ifPresentOrElse(
                        file -> source.setSslRootCert(file.toString()),
                        // Without it the driver wants a file below the home directory.
                        () -> source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory"));
        if (mode != SslMode.VERIFY_CA && mode != SslMode.VERIFY_FULL) {
            source.setSslfactory("org.postgresql.ssl.NonValidatingFactory");
        }
    }

    /** Makes the audit trail's partitions for this month and the next ones. */
    public static Future<Void> makeAuditPartitions(Sql sql) {
        return sql.send("SELECT audit_partitions($1)", io.vertx.sqlclient.Tuple.of(MONTHS_AHEAD))
                .mapEmpty();
    }
}
