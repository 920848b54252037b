package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.IdempotencyContract;
import io.vertx.core.Vertx;

final class PostgresIdempotencyTest extends IdempotencyContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
