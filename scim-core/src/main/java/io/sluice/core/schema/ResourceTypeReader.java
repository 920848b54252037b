package io.sluice.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Reads a resource type from its JSON form (RFC 7643 section 6); the schemas that it names must be known already.
 *
 * <p>A wrong one is an {@link IllegalArgumentException} that names the place and what would be right.
 */
public final class ResourceTypeReader {

    private final SchemaRegistry known;
    private final List<Attribute> common;

    private ResourceTypeReader(SchemaRegistry known, List<Attribute> common) {
        this.known = known;
        this.common = common;
    }

    public static ResourceType read(JsonNode json, SchemaRegistry known) {
        return new ResourceTypeReader(known, StandardSchemas.common()).read(new Definition("resource type", json));
    }

    private ResourceType read(Definition unnamed) {
        String name = unnamed.requiredText("name");
        Definition type = unnamed.in(name);
        String endpoint = type.requiredText("endpoint");
        if (endpoint.length() < 2 || endpoint.lastIndexOf('/') != 0) {
            throw new IllegalArgumentException(
                    type.place() + ": endpoint has to be one segment with a slash, such as /Devices");
        }
        return new ResourceType(
                name,
                endpoint,
                type.text("description", ""),
                schema(type),
                type.children("schemaExtensions").stream().map(this::extension).toList(),
                common);
    }

    private ResourceType.Extension extension(Definition extension) {
        return new ResourceType.Extension(schema(extension), extension.flag("required"));
    }

    private Schema schema(Definition owner) {
        String urn = owner.requiredText("schema");
        return known.schema(urn)
                .orElseThrow(() -> new IllegalArgumentException(
                        owner.place() + ": the schema " + urn + " is not known; it has to be defined first"));
    }
}
