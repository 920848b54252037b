package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.ReplaceContract;
import io.vertx.core.Vertx;

final class MemoryReplaceTest extends ReplaceContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
