package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.ReadContract;
import io.vertx.core.Vertx;

final class PostgresReadTest extends ReadContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
