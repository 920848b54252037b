package io.sluice.core.memory;

import io.sluice.core.control.ControlStore;
import io.sluice.core.kit.TokenRenewalContract;
import io.vertx.core.Vertx;
import java.time.InstantSource;

final class MemoryTokenRenewalTest extends TokenRenewalContract {

    @Override
    protected ControlStore store(Vertx vertx) {
        return new MemoryControlStore(vertx, InstantSource.system());
    }
}
