package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.ConcurrencyContract;
import io.vertx.core.Vertx;

final class MemoryConcurrencyTest extends ConcurrencyContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
