package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.RandomFilterContract;
import io.vertx.core.Vertx;

final class MemoryRandomFilterTest extends RandomFilterContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
