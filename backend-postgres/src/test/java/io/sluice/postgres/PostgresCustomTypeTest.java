package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.CustomTypeContract;
import io.vertx.core.Vertx;

final class PostgresCustomTypeTest extends CustomTypeContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
