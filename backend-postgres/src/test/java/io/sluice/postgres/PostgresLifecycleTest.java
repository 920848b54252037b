package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.LifecycleContract;
import io.vertx.core.Vertx;

final class PostgresLifecycleTest extends LifecycleContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
