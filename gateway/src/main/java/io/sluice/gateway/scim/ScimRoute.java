package io.sluice.gateway.scim;

import io.sluice.core.schema.ResourceType;
import java.util.List;

/** What a path means: one endpoint of RFC 7644 section 3.2. */
sealed interface ScimRoute {

    List<String> READ = List.of("GET");
    List<String> POST = List.of("POST");

    record Discovery() implements ScimRoute {}

    record ResourceTypes() implements ScimRoute {}

    record OneResourceType(String name) implements ScimRoute {}

    record Schemas() implements ScimRoute {}

    record OneSchema(String urn) implements ScimRoute {}

    record Me() implements ScimRoute {}

    record Bulk() implements ScimRoute {}

    /** All resource types at once. */
    record Root() implements ScimRoute {}

    record SearchRoot() implements ScimRoute {}

    record Resources(ResourceType type) implements ScimRoute {}

    record Search(ResourceType type) implements ScimRoute {}

    record Resource(ResourceType type, String id) implements ScimRoute {}

    record Nothing() implements ScimRoute {}

    /** The methods that make sense here; empty where nothing is. */
    default List<String> methods() {
        return switch (this) {
            case Discovery discovery -> READ;
            case ResourceTypes types -> READ;
            case OneResourceType type -> READ;
            case Schemas schemas -> READ;
            case OneSchema schema -> READ;
            case Root root -> READ;
            case Bulk bulk -> POST;
            case SearchRoot search -> POST;
            case Search search -> POST;
            case Resources resources -> List.of("GET", "POST");
            case Resource resource -> List.of("GET", "PUT", "PATCH", "DELETE");
            case Me me -> List.of("GET", "POST", "PUT", "PATCH", "DELETE");
            case Nothing nothing -> List.of();
        };
    }
}
