package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.RandomFilterContract;
import io.vertx.core.Vertx;

final class PostgresRandomFilterTest extends RandomFilterContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
