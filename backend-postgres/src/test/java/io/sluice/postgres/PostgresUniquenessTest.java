package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.UniquenessContract;
import io.vertx.core.Vertx;

final class PostgresUniquenessTest extends UniquenessContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
