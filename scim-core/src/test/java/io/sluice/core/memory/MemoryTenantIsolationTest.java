package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.TenantIsolationContract;
import io.vertx.core.Vertx;

final class MemoryTenantIsolationTest extends TenantIsolationContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
