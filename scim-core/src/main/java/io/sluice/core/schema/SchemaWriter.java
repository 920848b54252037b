package io.sluice.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes schemas and resource types as the discovery endpoints show them (RFC 7643 sections 6 and 7), without {@code meta}.
 * Every characteristic is spelled out, defaults too: some clients do not know the defaults.
 */
public final class SchemaWriter {

    public static final String SCHEMA_URN = "urn:ietf:params:scim:schemas:core:2.0:Schema";
    public static final String RESOURCE_TYPE_URN = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private SchemaWriter() {}

    public static ObjectNode write(Schema schema) {
        ObjectNode json = resource(SCHEMA_URN, schema.id());
        json.put("name", schema.name()).put("description", schema.description());
        json.set("attributes", attributes(schema.attributes()));
        return json;
    }

    public static ObjectNode write(ResourceType type) {
        ObjectNode json = resource(RESOURCE_TYPE_URN, type.name());
        json.put("name", type.name())
                .put("endpoint", type.endpoint())
                .put("description", type.description())
                .put("schema", type.core().id());
        ArrayNode extensions = json.putArray("schemaExtensions");
        for (ResourceType.Extension extension : type.extensions()) {
            extensions.addObject().put("schema", extension.schema().id()).put("required", extension.required());
        }
        return json;
    }

    private static ObjectNode resource(String schema, String id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(schema);
        return json.put("id", id);
    }

    private static ArrayNode attributes(List<Attribute> attributes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(attributes.size());
        attributes.forEach(attribute -> array.add(attribute(attribute)));
        return array;
    }

    private static ObjectNode attribute(Attribute attribute) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", attribute.name())
                .put("type", attribute.type().text())
                .put("multiValued", attribute.multiValued())
                .put("description", attribute.description())
                .put("required", attribute.required());
        putTexts(json, "canonicalValues", attribute.canonicalValues());
        json.put("caseExact", attribute.caseExact())
                .put("mutability", attribute.mutability().text())
                .put("returned", attribute.returned().text())
                .put("uniqueness", attribute.uniqueness().text());
        putTexts(json, "referenceTypes", attribute.referenceTypes());
        if (attribute.isComplex()) {
            json.set("subAttributes", attributes(attribute.subAttributes()));
        }
        return json;
    }

    private static void putTexts(ObjectNode json, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(key);
            texts.forEach(array::add);
        }
    }
}
