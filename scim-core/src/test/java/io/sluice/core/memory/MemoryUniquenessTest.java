package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.UniquenessContract;
import io.vertx.core.Vertx;

final class MemoryUniquenessTest extends UniquenessContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
