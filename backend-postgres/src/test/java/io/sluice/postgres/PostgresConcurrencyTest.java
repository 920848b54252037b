package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.ConcurrencyContract;
import io.vertx.core.Vertx;

final class PostgresConcurrencyTest extends ConcurrencyContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
