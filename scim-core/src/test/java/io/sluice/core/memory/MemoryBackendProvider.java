package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.vertx.core.Vertx;

/** Makes backends in memory; has no settings. */
public final class MemoryBackendProvider implements BackendProvider {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings) {
        return new MemoryBackend(vertx);
    }
}
