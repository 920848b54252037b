package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.RandomPatchContract;
import io.vertx.core.Vertx;

final class MemoryRandomPatchTest extends RandomPatchContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
