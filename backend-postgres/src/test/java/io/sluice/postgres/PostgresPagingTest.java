package io.sluice.postgres;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.PagingContract;
import io.vertx.core.Vertx;

final class PostgresPagingTest extends PagingContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }
}
