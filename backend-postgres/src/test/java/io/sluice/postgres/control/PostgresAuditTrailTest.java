package io.sluice.postgres.control;

import io.sluice.core.control.ControlStore;
import io.sluice.core.kit.AuditTrailContract;
import io.sluice.postgres.audit.AuditSealer;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.Pools;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresAuditTrailTest extends AuditTrailContract {

    // A database of its own: what is pruned by default is pruned for all tenants.
    private final PostgresSettings settings =
            PostgresSettings.of(TestDatabase.create().uri());

    private Pool pool;
    private AuditSealer sealer;

    @Override
    protected ControlStore store(Vertx vertx) {
        return new PostgresControlStore(vertx, settings);
    }

    @BeforeAll
    void openPool(Vertx vertx) {
        pool = Pools.open(vertx, settings, "sealer", 1);
        sealer = new AuditSealer(Pools.sql(pool));
    }

    @AfterAll
    void closePool() {
        get(pool::close);
    }

    /** The first run sees how far it may go, the second goes there. */
    @Override
    protected void settle() {
        get(() -> sealer.run().compose(seen -> sealer.run()));
    }
}
