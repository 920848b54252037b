package io.sluice.gateway.render;

import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;

/**
 * Where resources are, as one request sees it.
 *
 * @param base scheme, authority and path of the service without a slash at the end; needs no escaping in JSON
 */
public record Locations(String base, SchemaRegistry registry) {

    public String of(ResourceType type, String id) {
        return base + type.endpoint() + "/" + id;
    }

    /** Of a resource of which only the name of its type is known. */
    public String of(String typeName, String id) {
        return switch (typeName) {
            case ResourceType.USER -> base + "/Users/" + id;
            case ResourceType.GROUP -> base + "/Groups/" + id;
            default -> registry.resourceType(typeName).map(type -> of(type, id)).orElse(base + "/" + id);
        };
    }
}
