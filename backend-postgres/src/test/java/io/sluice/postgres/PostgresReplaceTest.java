package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.ReplaceContract;
import io.vertx.core.Vertx;

final class PostgresReplaceTest extends ReplaceContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
