package io.sluice.postgres;

import io.sluice.core.kit.AuditContract;
import io.sluice.core.kit.BackendSetup;
import io.vertx.core.Vertx;

final class PostgresAuditTest extends AuditContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
