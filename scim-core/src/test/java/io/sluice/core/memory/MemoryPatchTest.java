package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.PatchContract;
import io.vertx.core.Vertx;

final class MemoryPatchTest extends PatchContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
