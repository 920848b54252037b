package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.CustomTypeContract;
import io.vertx.core.Vertx;

final class MemoryCustomTypeTest extends CustomTypeContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
