package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database's schema up to date. Safe when several nodes start at once: Flyway holds a lock of the database. Uses
 * JDBC and blocks, therefore on a worker thread, and only at start.
 */
public final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int MONTHS_AHEAD = 2;

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
        try {
            int applied = Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(dataSource(settings))
                    .locations("classpath:io/sluice/postgres/migration")
                    .table("sluice_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.debug("{} migrations applied", applied);
        } catch (FlywayException e) {
            LOG.warn("The database's schema cannot be brought up to date", e);
            throw SqlErrors.unavailable("The database's schema cannot be brought up to date; the log says why.");
        }
    }

    static PGSimpleDataSource dataSource(PostgresSettings settings) {
        PgConnectOptions options = PgConnectOptions.fromUri(settings.uri());
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {options.getHost()});
        source.setPortNumbers(new int[] {options.getPort()});
        source.setDatabaseName(options.getDatabase());
        source.setUser(options.getUser());
        source.setPassword(options.getPassword());
        source.setApplicationName("sluice-migration");
        if (options.getSslMode() != SslMode.DISABLE) {
            source.setSslMode(options.getSslMode()
                    .name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-'));
        }
        return source;
    }

    /** Makes the audit trail's partitions for this month and the next ones. */
    public static Future<Void> makeAuditPartitions(Sql sql) {
        return sql.send("SELECT audit_partitions($1)", io.vertx.sqlclient.Tuple.of(MONTHS_AHEAD))
                .mapEmpty();
    }
}
