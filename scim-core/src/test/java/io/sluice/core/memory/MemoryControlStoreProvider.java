package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.ControlStoreProvider;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** Makes control stores in memory; has no settings. */
public final class MemoryControlStoreProvider implements ControlStoreProvider {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public ControlStore create(Vertx vertx, ObjectNode settings) {
        return new MemoryControlStore(vertx, InstantSource.system());
    }
}
