package io.sluice.gateway.scim;

import io.sluice.core.resource.Projection;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.render.ResourceWriter;
import java.util.HashMap;
import java.util.Map;

/** The projections of one list request, one for each resource type in it. Belongs to that request. */
final class Projections {

    private final Asked asked;
    private final Map<String, Projection> byType = new HashMap<>();
    private final Map<String, ResourceWriter> writers = new HashMap<>();

    Projections(Asked asked) {
        this.asked = asked;
    }

    Projection of(ResourceType type) {
        return byType.computeIfAbsent(type.name(), ignored -> asked.projection(type));
    }

    ResourceWriter writer(Caller caller, ResourceType type) {
        return writers.computeIfAbsent(type.name(), ignored -> ResourceWriter.of(caller.locations(), of(type)));
    }
}
