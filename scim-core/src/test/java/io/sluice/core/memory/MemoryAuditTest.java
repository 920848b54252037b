package io.sluice.core.memory;

import io.sluice.core.kit.AuditContract;
import io.sluice.core.kit.BackendSetup;
import io.vertx.core.Vertx;

final class MemoryAuditTest extends AuditContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
