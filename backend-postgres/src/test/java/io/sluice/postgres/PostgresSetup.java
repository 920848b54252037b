package io.sluice.postgres;

import io.sluice.core.backend.Backend;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.BackendSetup;
import io.sluice.postgres.control.PostgresControlStore;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL backend on a database of its own, for the contract. Remembers every statement that it sent. */
final class PostgresSetup implements BackendSetup {

    /** Tenants keep the classes apart that share a database. */
    private static final AtomicInteger LAST_TENANT = new AtomicInteger();

    private final StatementLog statements = new StatementLog();
    private final PostgresBackend backend;
    private final PostgresControlStore control;

    PostgresSetup(Vertx vertx) {
        this(vertx, settings(TestDatabase.shared().uri()));
    }

    PostgresSetup(Vertx vertx, PostgresSettings settings) {
        this.backend = new PostgresBackend(vertx, settings, InstantSource.system(), statements::listening);
        this.control = new PostgresControlStore(vertx, settings);
    }

    private static PostgresSettings settings(String uri) {
        PostgresSettings defaults = PostgresSettings.of(uri);
        return new PostgresSettings(
                uri,
                4,
                4,
                defaults.maxWaiting(),
                defaults.batchSize(),
                defaults.statementTimeout(),
                MEMBER_PAGE,
                defaults.exactTotals(),
                true,
                defaults.trigramIndexes(),
                defaults.equalityIndex(),
                defaults.uniqueGroups());
    }

    StatementLog statements() {
        return statements;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public AuditTrail audit() {
        return control.audit();
    }

    @Override
    public Future<TenantId> newTenant() {
        int number = LAST_TENANT.incrementAndGet();
        return Future.succeededFuture(new TenantId("tenant-" + number, number));
    }

    @Override
    public Future<Void> close() {
        return control.stop();
    }
}
