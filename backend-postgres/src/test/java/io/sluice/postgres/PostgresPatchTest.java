package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.PatchContract;
import io.vertx.core.Vertx;

final class PostgresPatchTest extends PatchContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
