package io.sluice.core.memory;

import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.IdempotencyContract;
import io.vertx.core.Vertx;

final class MemoryIdempotencyTest extends IdempotencyContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(vertx);
    }
}
