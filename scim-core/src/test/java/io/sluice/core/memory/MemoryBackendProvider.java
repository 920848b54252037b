package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** Makes backends in memory. Their one setting, {@code duplicateGroups}, is that of the others: {@code allow} or {@code reject}. */
public final class MemoryBackendProvider implements BackendProvider {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings) {
        boolean uniqueGroups = settings.path("duplicateGroups").asText("allow").equals("reject");
        return new MemoryBackend(vertx, InstantSource.system(), MemoryBackend.MEMBER_PAGE, uniqueGroups);
    }
}
