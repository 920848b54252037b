package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.LifecycleContract;
import io.vertx.core.Vertx;

final class MemoryLifecycleTest extends LifecycleContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
