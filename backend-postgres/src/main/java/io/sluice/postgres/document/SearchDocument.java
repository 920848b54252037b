package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.ResourceType;
import java.util.Map;
import java.util.Optional;

/** The document with every value in comparison form; same names, same structure. */
final class SearchDocument {

    private SearchDocument() {}

    static ObjectNode of(ObjectNode document, ResourceType type) {
        return object(document, type.document());
    }

    private static ObjectNode object(JsonNode object, Attribute definition) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Optional<Attribute> part = definition.subAttribute(field.getKey());
            JsonNode value = field.getValue();
            // What the schema does not know any more is not searched for, and keeps its value.
            result.set(field.getKey(), part.map(known -> value(known, value)).orElse(value));
        }
        return result;
    }

    private static JsonNode value(Attribute definition, JsonNode value) {
        if (value.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> elements.add(single(definition, element)));
            return elements;
        }
        return single(definition, value);
    }

    private static JsonNode single(Attribute definition, JsonNode value) {
        return value.isObject()
                ? object(value, definition)
                : ComparisonForm.of(definition, value).map(SearchValue::of).orElse(value);
    }
}
