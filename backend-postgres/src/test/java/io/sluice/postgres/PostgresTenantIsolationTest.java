package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.TenantIsolationContract;
import io.vertx.core.Vertx;

final class PostgresTenantIsolationTest extends TenantIsolationContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
