package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.SortContract;
import io.vertx.core.Vertx;

final class MemorySortTest extends SortContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
