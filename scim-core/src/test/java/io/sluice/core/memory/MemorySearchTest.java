package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.SearchContract;
import io.vertx.core.Vertx;

final class MemorySearchTest extends SearchContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
