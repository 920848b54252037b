package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.RandomPatchContract;
import io.vertx.core.Vertx;

final class PostgresRandomPatchTest extends RandomPatchContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
